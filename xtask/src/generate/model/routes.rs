//! Where a request takes each type that a caller can pass: the shortest way, by an operation of the type's own domain where one has it.

use std::collections::{BTreeMap, VecDeque};

use super::{Domain, Name, Named, Type};

pub(super) fn routes(domains: &BTreeMap<String, Domain>) -> BTreeMap<Name, String> {
    let mut routes = BTreeMap::new();
    for own in domains.keys() {
        walk(domains, |domain| domain == own, |name| name.domain == *own, &mut routes);
    }
    walk(domains, |_| true, |_| true, &mut routes);
    routes
}

/// Breadth first through the requests of these domains.
fn walk(
    domains: &BTreeMap<String, Domain>,
    asked: impl Fn(&str) -> bool,
    wanted: impl Fn(&Name) -> bool,
    routes: &mut BTreeMap<Name, String>,
) {
    let operations = domains.iter().filter(|(domain, _)| asked(domain)).flat_map(|(_, content)| &content.operations);
    let start = operations.flat_map(|op| op.request.fields.iter().map(move |field| (op, field)));
    let mut queue: VecDeque<(&Type, String)> =
        start.map(|(op, field)| (&field.ty, format!("{}:{}", op.operation.path, field.name))).collect();
    let mut seen = Vec::new();
    while let Some((ty, place)) = queue.pop_front() {
        let name = match ty {
            Type::List(item) => {
                queue.push_back((item, format!("{place}.[]")));
                continue;
            }
            Type::Named(name) | Type::Choice(name) => name,
            _ => continue,
        };
        if seen.contains(&name) {
            continue;
        }
        seen.push(name);
        if wanted(name) {
            routes.entry(name.clone()).or_insert_with(|| place.clone());
        }
        let named = domains.get(&name.domain).and_then(|domain| domain.types.iter().find(|named| named.name() == name));
        match named {
            Some(Named::Struct(item)) => {
                queue.extend(item.fields.iter().map(|field| (&field.ty, format!("{place}.{}", field.name))));
            }
            Some(Named::Choice(item)) => {
                let contents =
                    item.variants.iter().filter_map(|variant| Some((variant.content.as_ref()?, &variant.tag)));
                queue.extend(contents.map(|(content, tag)| (content, format!("{place}.{tag}"))));
            }
            None => {}
        }
    }
}
