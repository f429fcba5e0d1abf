// Generated from the operation table by `cargo xtask gen`.

import { type Words, document } from "../core.js";
import type { units } from "./units.js";

/** Types of the domain. */
export declare namespace crm {
  /**
   * Kind of thing that has a lifecycle.
   * - `lead`: A possible customer.
   * - `deal`: A possible sale.
   * - `contract`: An agreement with a customer.
   * - `commission`: Earnings of a seller.
   * - `invoice`: A sum that a customer owes.
   */
  export type Subject =
    | "lead"
    | "deal"
    | "contract"
    | "commission"
    | "invoice";

  /** State of a lifecycle. */
  export interface LifecycleStateRow {
    /** Name of the state. */
    readonly state: string;
    /** Whether nothing leads out of the state. */
    readonly is_final: boolean;
    /** Names that other systems use for the state. */
    readonly aliases: readonly (string)[];
  }

  /**
   * Role of a user.
   * - `owner`: Owner of the platform's tenant: everything in it.
   * - `admin`: Administrator: everything but what only the owner may.
   * - `mining_site`: Owner of a mining site, with the site's own customers.
   * - `operator`: Operator of machines.
   * - `finance`: Keeper of the books: invoices, payments, settlement.
   * - `user`: Customer.
   * - `read_only`: Customer that may look, and nothing else.
   * - `guest`: Visitor.
   */
  export type Role =
    | "owner"
    | "admin"
    | "mining_site"
    | "operator"
    | "finance"
    | "user"
    | "read_only"
    | "guest";

  /** Transition of a lifecycle. */
  export interface LifecycleTransitionRow {
    /** Name of the state before. */
    readonly from_state: string;
    /** Name of the state after. */
    readonly to_state: string;
    /** Name of the move, as on a button. */
    readonly action: string;
    /** Roles that may make the move. */
    readonly roles: readonly (Role)[];
    /** Whether the move needs a reason. */
    readonly needs_reason: boolean;
  }

  /** Result of `lifecycle_table`. */
  export interface LifecycleTable {
    /** States, the first one where a subject begins. */
    readonly states: readonly (LifecycleStateRow)[];
    /** Legal transitions; no other is. */
    readonly transitions: readonly (LifecycleTransitionRow)[];
  }

  /**
   * State of a lead.
   * - `new`: Known, and not yet spoken to.
   * - `contacted`: Spoken to.
   * - `qualified`: Found to need and to afford the service.
   * - `converted`: Made into a customer with a deal.
   * - `disqualified`: Found to be no customer.
   * - `lost`: Lost to another offer, or silent.
   */
  export type LeadState =
    | "new"
    | "contacted"
    | "qualified"
    | "converted"
    | "disqualified"
    | "lost";

  /** Change of a lead. */
  export interface LeadChange {
    /** State before the change. */
    readonly state: LeadState;
    /** Time at which the subject came to the state before, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly since_ms: number | Date | string;
    /** State after the change. */
    readonly to: LeadState;
    /** Role of whoever makes the change. */
    readonly role: Role;
    /** Reason of the change, in words. Needed where the table says so. */
    readonly reason?: string | undefined;
    /** Time of the change, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly at_ms: number | Date | string;
  }

  /**
   * State of a deal.
   * - `prospecting`: A possible deal.
   * - `qualification`: Need and means are being learned.
   * - `proposal`: An offer is out.
   * - `negotiation`: Terms are being agreed.
   * - `won`: Agreed.
   * - `lost`: Given up, or lost to another.
   */
  export type DealState =
    | "prospecting"
    | "qualification"
    | "proposal"
    | "negotiation"
    | "won"
    | "lost";

  /** Change of a deal. */
  export interface DealChange {
    /** State before the change. */
    readonly state: DealState;
    /** Time at which the subject came to the state before, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly since_ms: number | Date | string;
    /** State after the change. */
    readonly to: DealState;
    /** Role of whoever makes the change. */
    readonly role: Role;
    /** Reason of the change, in words. Needed where the table says so. */
    readonly reason?: string | undefined;
    /** Time of the change, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly at_ms: number | Date | string;
  }

  /**
   * State of a contract.
   * - `draft`: Being written.
   * - `pending_approval`: Waiting for approval.
   * - `approved`: Approved, and not yet signed.
   * - `signed`: Signed by both sides.
   * - `active`: In force.
   * - `completed`: Ended as agreed.
   * - `terminated`: Ended before its time.
   * - `cancelled`: Given up before it was signed.
   */
  export type ContractState =
    | "draft"
    | "pending_approval"
    | "approved"
    | "signed"
    | "active"
    | "completed"
    | "terminated"
    | "cancelled";

  /** Change of a contract. */
  export interface ContractChange {
    /** State before the change. */
    readonly state: ContractState;
    /** Time at which the subject came to the state before, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly since_ms: number | Date | string;
    /** State after the change. */
    readonly to: ContractState;
    /** Role of whoever makes the change. */
    readonly role: Role;
    /** Reason of the change, in words. Needed where the table says so. */
    readonly reason?: string | undefined;
    /** Time of the change, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly at_ms: number | Date | string;
  }

  /**
   * State of a commission.
   * - `accrued`: Earned by the rules of its plan.
   * - `approved`: Approved for payment.
   * - `paid`: Paid.
   * - `clawed_back`: Paid, and taken back.
   */
  export type CommissionState =
    | "accrued"
    | "approved"
    | "paid"
    | "clawed_back";

  /** Change of a commission. */
  export interface CommissionChange {
    /** State before the change. */
    readonly state: CommissionState;
    /** Time at which the subject came to the state before, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly since_ms: number | Date | string;
    /** State after the change. */
    readonly to: CommissionState;
    /** Role of whoever makes the change. */
    readonly role: Role;
    /** Reason of the change, in words. Needed where the table says so. */
    readonly reason?: string | undefined;
    /** Time of the change, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly at_ms: number | Date | string;
  }

  /**
   * State of an invoice.
   * - `draft`: Being written.
   * - `issued`: Sent, and owed.
   * - `partial`: Paid in part.
   * - `paid`: Paid in full.
   * - `overdue`: Owed beyond its date.
   * - `void`: Never owed.
   */
  export type InvoiceState =
    | "draft"
    | "issued"
    | "partial"
    | "paid"
    | "overdue"
    | "void";

  /** Change of an invoice. */
  export interface InvoiceChange {
    /** State before the change. */
    readonly state: InvoiceState;
    /** Time at which the subject came to the state before, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly since_ms: number | Date | string;
    /** State after the change. */
    readonly to: InvoiceState;
    /** Role of whoever makes the change. */
    readonly role: Role;
    /** Reason of the change, in words. Needed where the table says so. */
    readonly reason?: string | undefined;
    /** Time of the change, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly at_ms: number | Date | string;
  }

  /**
   * Change of one subject.
   * - `lead`: Of a lead.
   * - `deal`: Of a deal.
   * - `contract`: Of a contract.
   * - `commission`: Of a commission.
   * - `invoice`: Of an invoice.
   */
  export type LifecycleChange =
    | { readonly lead: LeadChange }
    | { readonly deal: DealChange }
    | { readonly contract: ContractChange }
    | { readonly commission: CommissionChange }
    | { readonly invoice: InvoiceChange };

  /** Result of `change_state`. */
  export interface ChangeStateReport {
    /** State after the change. */
    readonly state: string;
    /** Time at which the subject came there, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly since_ms: number;
    /** Name of the move that was made. */
    readonly action: string;
    /** Time that the subject had spent in the state before, in milliseconds. */
    readonly time_in_state_ms: number;
  }

  /**
   * Source of a lead.
   * - `referral`: Recommended by a customer.
   * - `partner`: Sent by a partner.
   * - `trade_show`: Met at a fair.
   * - `web`: Through the web site.
   * - `social`: Through social media.
   * - `email`: Wrote a letter.
   * - `phone`: Called.
   * - `other`: Otherwise.
   */
  export type LeadSource =
    | "referral"
    | "partner"
    | "trade_show"
    | "web"
    | "social"
    | "email"
    | "phone"
    | "other";

  /** Points of each fact. */
  export interface PointsWeights {
    /** Points of a referral. [from 0 to 1000; 40 where absent] */
    readonly referral?: number | undefined;
    /** Points of a partner's lead. [from 0 to 1000; 35 where absent] */
    readonly partner?: number | undefined;
    /** Points of a lead from a fair. [from 0 to 1000; 30 where absent] */
    readonly trade_show?: number | undefined;
    /** Points of a lead through the web site. [from 0 to 1000; 25 where absent] */
    readonly web?: number | undefined;
    /** Points of a lead through social media. [from 0 to 1000; 20 where absent] */
    readonly social?: number | undefined;
    /** Points of a lead by letter. [from 0 to 1000; 15 where absent] */
    readonly email?: number | undefined;
    /** Points of a lead by call. [from 0 to 1000; 15 where absent] */
    readonly phone?: number | undefined;
    /** Points of another lead. [from 0 to 1000; 10 where absent] */
    readonly other?: number | undefined;
    /** Points of a known email address. [from 0 to 1000; 20 where absent] */
    readonly has_email?: number | undefined;
    /** Points of a known telephone number. [from 0 to 1000; 15 where absent] */
    readonly has_phone?: number | undefined;
    /** Points of a title that decides. [from 0 to 1000; 25 where absent] */
    readonly title?: number | undefined;
    /** Words of titles that decide, whole words whatever their letters. [["ceo","director"] where absent] */
    readonly title_words?: readonly (string)[] | undefined;
    /** Greatest score. [from 0 to 10000; 100 where absent] */
    readonly cap?: number | undefined;
  }

  /** Term of a score. */
  export interface ScoreTerm {
    /** Code of the term, like `source` or `cap`. */
    readonly code: string;
    /** Value of the term, in the unit of the score; all terms add up to it. */
    readonly value: number;
  }

  /** Result of `points_score`. */
  export interface PointsReport {
    /** Score, in points. */
    readonly score: number;
    /** Points of each fact; they add up to the score, the last one being what the cap takes away. */
    readonly terms: readonly (ScoreTerm)[];
  }

  /** One fact about a lead. */
  export interface LeadField {
    /** Name of the field. */
    readonly name: string;
    /** Value of the field. */
    readonly value: string;
  }

  /** Lead that has been won or lost. */
  export interface ClosedLead {
    /** Fields of the lead that were known. */
    readonly fields: readonly (LeadField)[];
    /** Whether it was won. */
    readonly is_won: boolean;
    /** Time at which it was won or lost, in Unix milliseconds UTC. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly closed_ms: number | Date | string;
  }

  /** Result of `predictive_score`. */
  export interface PredictiveReport {
    /** Probability that the lead is won. */
    readonly probability: number;
    /** Logarithm of the odds of winning. */
    readonly log_odds: number;
    /** Terms of the logarithm of the odds, that of all leads first; they add up to it. */
    readonly terms: readonly (ScoreTerm)[];
    /** Number of won leads, each counted by its age. */
    readonly won: number;
    /** Number of lost leads, each counted by its age. */
    readonly lost: number;
  }

  /** Result of `win_probability`. */
  export interface WinProbabilityReport {
    /** Probability that the deal is won. [from 0.0 to 1.0] */
    readonly probability: number;
    /** Terms of the probability; they add up to it. */
    readonly terms: readonly (ScoreTerm)[];
  }

  /** Deal of a pipeline. */
  export interface PipelineDeal {
    /** Value of the deal, in minor units of one currency (cents). [from 0 to 1000000000000000] */
    readonly value_minor: number;
    /** Probability that the deal is won. [from 0.0 to 1.0] */
    readonly probability: number;
  }

  /** Result of `pipeline_forecast`. */
  export interface PipelineReport {
    /** Sum of all deals, in minor units. */
    readonly total_minor: number;
    /** Expected sum of the deals that are won, in minor units. */
    readonly expected_minor: number;
    /** Variance of the sum, in squared minor units. */
    readonly variance: number;
    /** Standard deviation of the sum, in minor units. */
    readonly standard_deviation_minor: number;
    /** Probability that the sum reaches the target. Absent: no target. */
    readonly target_probability?: number;
  }

  /** Amount of a clause. */
  export interface CommissionAmount {
    /** Amount, in the currency of the plan. (decimal text) */
    readonly amount: string;
  }

  /** Fraction of a clause. */
  export interface CommissionRate {
    /** Fraction of the base that is earned. (decimal text) */
    readonly rate: string;
  }

  /** Tier of a base. */
  export interface CommissionTier {
    /** Greatest base of the tier, in the currency of the plan. Absent: the last tier, without end. (decimal text) */
    readonly up_to?: string | undefined;
    /** Fraction that is earned in the tier. (decimal text) */
    readonly rate: string;
  }

  /** A further fraction above a quota. */
  export interface Accelerator {
    /** Base above which it is earned, in the currency of the plan. (decimal text) */
    readonly above: string;
    /** Fraction that is earned in addition. (decimal text) */
    readonly rate: string;
  }

  /**
   * One clause of a plan.
   * - `flat`: A fixed amount, in the currency of the plan.
   * - `percentage`: A fraction of the base.
   * - `marginal_tiers`: A fraction of each part of the base, by the tier in which the part lies.
   * - `cliff_tiers`: A fraction of the whole base, by the tier in which it ends.
   * - `accelerator`: A further fraction of what the base exceeds a quota by.
   * - `floor`: The least that is earned, in the currency of the plan.
   * - `cap`: The most that is earned, in the currency of the plan.
   */
  export type CommissionClause =
    | { readonly flat: CommissionAmount }
    | { readonly percentage: CommissionRate }
    | { readonly marginal_tiers: readonly (CommissionTier)[] }
    | { readonly cliff_tiers: readonly (CommissionTier)[] }
    | { readonly accelerator: Accelerator }
    | { readonly floor: CommissionAmount }
    | { readonly cap: CommissionAmount };

  /** Plan by which a commission is earned. */
  export interface CommissionPlan {
    /** Currency of base and commission. */
    readonly currency: string;
    /** Clauses: those that earn are added up, then floor and cap hold. */
    readonly clauses: readonly (CommissionClause)[];
    /** Digits after the point of the currency. [from 0 to 8; 2 where absent] */
    readonly digits?: number | undefined;
    /** Rounding to these digits, of each part that earns. ["half_even" where absent] */
    readonly rounding?: units.Rounding | undefined;
    /** Whether a negative month is made up by the months after it before they earn. [true where absent] */
    readonly high_water_mark?: boolean | undefined;
  }

  /** Someone who gets a share of a commission. */
  export interface Payee {
    /** Name of the payee. */
    readonly name: string;
    /** Weight of the payee's share. [from 1 to 1000000] */
    readonly weight: number;
  }

  /** Line of a commission. */
  export interface CommissionLine {
    /** Clause that the line comes from, or `draw`. */
    readonly code: string;
    /** Amount of the line, in the currency of the plan. (decimal text) */
    readonly amount: string;
  }

  /** Share of a payee. */
  export interface CommissionShare {
    /** Name of the payee. */
    readonly payee: string;
    /** Amount of the share, in the currency of the plan. (decimal text) */
    readonly amount: string;
  }

  /** Result of `accrue_commission`. */
  export interface AccrualReport {
    /** Key of the accrual: an application stores it with the accrual, and hands all of them in again. */
    readonly key: string;
    /** Base that earned, after losses were made up, in the currency of the plan. (decimal text) */
    readonly counted_base: string;
    /** Lines of the commission; they add up to the payment. */
    readonly lines: readonly (CommissionLine)[];
    /** Payment, in the currency of the plan. (decimal text) */
    readonly payment: string;
    /** Shares of the payees; they add up to the payment. */
    readonly shares: readonly (CommissionShare)[];
    /** Losses that are still to be made up, in the currency of the plan. (decimal text) */
    readonly carried_loss: string;
    /** Advance that is still to be recovered, in the currency of the plan. (decimal text) */
    readonly draw: string;
  }

  /**
   * How much is taken back.
   * - `linear`: In proportion to the months that are missing.
   * - `cliff`: Everything, up to the last month.
   */
  export type ClawbackRule =
    | "linear"
    | "cliff";

  /** Result of `claw_back`. */
  export interface ClawbackReport {
    /** Amount that is taken back, in the currency of the commission. (decimal text) */
    readonly taken_back: string;
    /** Amount that stays paid, in the currency of the commission. (decimal text) */
    readonly kept: string;
  }

  /** Name that another system uses for a role. */
  export interface RoleAlias {
    /** Name in the other system. */
    readonly alias: string;
    /** Role that the name means. */
    readonly role: Role;
  }

  /**
   * Grant of a permission to a role.
   * - `nothing`: Nothing.
   * - `read_own`: Read what is their own.
   * - `read`: Read everything of the tenant.
   * - `write_own`: Read and write what is their own.
   * - `write_own_read_all`: Write what is their own, read everything of the tenant.
   * - `write`: Read and write everything of the tenant.
   */
  export type Grant =
    | "nothing"
    | "read_own"
    | "read"
    | "write_own"
    | "write_own_read_all"
    | "write";

  /** Grants of one permission. */
  export interface PermissionRow {
    /** Name of the permission. */
    readonly permission: string;
    /** Grants of the permission, in the order of the roles. */
    readonly grants: readonly (Grant)[];
  }

  /** Result of `role_table`. */
  export interface RoleTable {
    /** Roles, in the order of the grants. */
    readonly roles: readonly (Role)[];
    /** Names that other systems use for roles. */
    readonly aliases: readonly (RoleAlias)[];
    /** Permissions, sorted by name. */
    readonly permissions: readonly (PermissionRow)[];
  }

  /**
   * Kind of a deed: to look, or to change.
   * - `read`: Look.
   * - `write`: Create, change or delete.
   */
  export type Deed =
    | "read"
    | "write";

  /**
   * Why something is denied.
   * - `other_tenant`: The thing belongs to another tenant.
   * - `not_granted`: The role has no such permission.
   * - `not_own`: The role may do so with what is its own, and this is another's.
   * - `owner_only`: Only an owner acts on an owner.
   * - `subscription_ended`: The subscription has ended: it only reads.
   */
  export type AccessDenial =
    | "other_tenant"
    | "not_granted"
    | "not_own"
    | "owner_only"
    | "subscription_ended";

  /** Result of `check_access`. */
  export interface AccessReport {
    /** Whether it may be done. */
    readonly is_allowed: boolean;
    /** Grant of the permission to the role, by the table. */
    readonly grant: Grant;
    /** Reason of the denial. Absent: it may be done. */
    readonly denial?: AccessDenial;
  }

  /** Result of `append_event`. */
  export interface AppendReport {
    /** Hash of the event, as 64 hexadecimal digits: it is stored with the event. */
    readonly hash: string;
    /** Canonical text of the event (RFC 8785). */
    readonly canonical: string;
  }

  /** Event of a record, with its hash. */
  export interface AuditedEvent {
    /** Event, as the text of a JSON object. */
    readonly event: string;
    /** Hash that is stored with the event, as 64 hexadecimal digits. */
    readonly hash: string;
  }

  /** Result of `verify_chain`. */
  export interface VerifyReport {
    /** Whether every hash is that of its event and all before it. */
    readonly is_intact: boolean;
    /** Place of the first event whose hash does not hold, from 0. Absent: all do. [from 0] */
    readonly first_broken?: number;
    /** Hash of the last event that holds, as 64 hexadecimal digits: zeros before the first. */
    readonly head: string;
  }

  /** Result of `inclusion_proof`. */
  export interface InclusionReport {
    /** Root of the tree, as 64 hexadecimal digits: it is published. */
    readonly root: string;
    /** Hashes beside the way from the event to the root, from the event upwards. */
    readonly proof: readonly (string)[];
    /** Number of events in the tree. [from 0] */
    readonly size: number;
  }

  /** Result of `check_inclusion`. */
  export interface CheckInclusionReport {
    /** Whether the proof leads from the event to the root. */
    readonly is_included: boolean;
  }

  /**
   * Kind of activity with a customer.
   * - `call`: Telephone call.
   * - `email`: Letter by email.
   * - `meeting`: Meeting.
   * - `note`: Note.
   * - `task`: Task that was done.
   * - `other`: Anything else.
   */
  export type ActivityKind =
    | "call"
    | "email"
    | "meeting"
    | "note"
    | "task"
    | "other";

  /**
   * Length of a period.
   * - `day`: Civil day.
   * - `week`: Week from Monday to Sunday.
   * - `month`: Civil month.
   */
  export type ActivityPeriod =
    | "day"
    | "week"
    | "month";

  /** Result of `activity_report`: a table as columns, a row for each period from the first activity to the last, quiet ones included. */
  export interface ActivityReport {
    /** First day of each period. */
    readonly begin: readonly (string)[];
    /** Number of activities of each period. */
    readonly total: readonly (number)[];
    /** Number of calls of each period. */
    readonly call: readonly (number)[];
    /** Number of emails of each period. */
    readonly email: readonly (number)[];
    /** Number of meetings of each period. */
    readonly meeting: readonly (number)[];
    /** Number of notes of each period. */
    readonly note: readonly (number)[];
    /** Number of tasks of each period. */
    readonly task: readonly (number)[];
    /** Number of other activities of each period. */
    readonly other: readonly (number)[];
  }

  /** Inputs of `lifecycle_table`. */
  export interface LifecycleTableRequest {
    /** Kind of thing whose lifecycle is asked for. */
    readonly subject: Subject;
  }

  /** Inputs of `change_state`. */
  export interface ChangeStateRequest {
    /** Change of a lead, deal, contract, commission or invoice. */
    readonly change: LifecycleChange;
  }

  /** Inputs of `points_score`. */
  export interface PointsRequest {
    /** Source of the lead. */
    readonly source: LeadSource;
    /** Whether an email address is known. [false where absent] */
    readonly has_email?: boolean | undefined;
    /** Whether a telephone number is known. [false where absent] */
    readonly has_phone?: boolean | undefined;
    /** Title of the person. Absent: not known. */
    readonly title?: string | undefined;
    /** Points of each fact. [{"referral":40,"partner":35,"trade_show":30,"web":25,"social":20,"email":15,"phone":15,"other":10,"has_email":20,"has_phone":15,"title":25,"title_words":["ceo","director"],"cap":100} where absent] */
    readonly weights?: PointsWeights | undefined;
  }

  /** Inputs of `predictive_score`. */
  export interface PredictiveRequest {
    /** Leads that have been won or lost. */
    readonly history: readonly (ClosedLead)[];
    /** Fields of the lead that is scored, each once. */
    readonly lead: readonly (LeadField)[];
    /** Time of the score, in Unix milliseconds UTC: no outcome is later. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly at_ms: number | Date | string;
    /** Age at which an outcome counts half, in days; above 0. Absent: age does not count. [d, above 0.0 to 1000000.0] */
    readonly half_life_days?: number | undefined;
    /** Smoothing: outcomes that are added to each count. [from 0.001 to 1000.0; 1.0 where absent] */
    readonly smoothing?: number | undefined;
  }

  /** Inputs of `win_probability`. */
  export interface WinProbabilityRequest {
    /** State of the deal. */
    readonly state: DealState;
    /** Days since the deal began. [from 0 to 100000] */
    readonly age_days: number;
    /** Value of the deal, in minor units of its currency (cents). [from 0 to 1000000000000000] */
    readonly value_minor: number;
  }

  /** Inputs of `pipeline_forecast`. */
  export interface PipelineRequest {
    /** Deals that may be won. */
    readonly deals: readonly (PipelineDeal)[];
    /**
     * Target of the sum of the deals that are won, in minor units, 0 to 1e15. Every sum below it that can occur is followed, up to
     * 1,048,576 of them: many deals want round values. Absent: no probability of reaching it is asked for.
     */
    readonly target_minor?: number | undefined;
  }

  /** Inputs of `accrue_commission`. */
  export interface AccrualRequest {
    /** Plan by which the commission is earned. */
    readonly plan: CommissionPlan;
    /** Identifier of the deal. */
    readonly deal: string;
    /** Month, as year and month: `2026-05`. */
    readonly month: string;
    /** Base of the month, like the customer's profit, in the currency of the plan; negative for a loss. (decimal text) */
    readonly base: string;
    /** Losses of earlier months that are not yet made up, in the currency of the plan. Absent: there are none. (decimal text) */
    readonly carried_loss?: string | undefined;
    /** Advance that is not yet recovered, in the currency of the plan. Absent: there is none. (decimal text) */
    readonly draw?: string | undefined;
    /** Those who share the commission, by weight. Absent: it is not split. [[] where absent] */
    readonly payees?: readonly (Payee)[] | undefined;
    /** Keys of all accruals so far: each deal and month accrues once. [[] where absent] */
    readonly accrued?: readonly (string)[] | undefined;
  }

  /** Inputs of `claw_back`. */
  export interface ClawbackRequest {
    /** Commission that was paid, in its currency. (decimal text) */
    readonly paid: string;
    /** Months that the customer stayed. [from 0 to 1200] */
    readonly months_served: number;
    /** Months from which on nothing is taken back. [from 1 to 1200] */
    readonly term_months: number;
    /** How much is taken back. */
    readonly rule: ClawbackRule;
    /** Digits after the point of the currency. [from 0 to 8; 2 where absent] */
    readonly digits?: number | undefined;
    /** Rounding to these digits. ["half_even" where absent] */
    readonly rounding?: units.Rounding | undefined;
  }

  /** Inputs of `role_table`. */
  export interface RoleTableRequest {
    /** Roles whose grants are asked for, in this order. Absent: all. */
    readonly roles?: readonly (Role)[] | undefined;
  }

  /** Inputs of `check_access`. */
  export interface AccessRequest {
    /** Role of whoever acts. */
    readonly role: Role;
    /** Tenant of whoever acts. */
    readonly tenant: string;
    /** Identifier of whoever acts. */
    readonly user: string;
    /** Permission that is needed, like `crm:invoice`. */
    readonly permission: string;
    /** Kind of the deed: to look, or to change. */
    readonly deed: Deed;
    /** Tenant that the thing acted on belongs to. */
    readonly of_tenant: string;
    /** Identifier of the user whom the thing belongs to. Absent: it is nobody's own, and a grant of what is one's own does not reach it. */
    readonly of_user?: string | undefined;
    /** Role of the user that is acted on, or is made. Needed to write with a permission of `user:`, as only an owner acts on an owner. */
    readonly of_role?: Role | undefined;
    /** Time at which the subscription ends, in Unix milliseconds UTC: from then on it only reads. Absent: it does not end. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly subscription_ends_ms?: number | Date | string | undefined;
    /** Time of the deed, in Unix milliseconds UTC. Needed where a subscription ends. (milliseconds since 1970 UTC) [ms, from 1230940800000 to 253402235999999] */
    readonly at_ms?: number | Date | string | undefined;
  }

  /** Inputs of `append_event`. */
  export interface AppendRequest {
    /** Event, as the text of a JSON object. */
    readonly event: string;
    /** Hash of the event before, as 64 hexadecimal digits. Absent: this event is the first one. */
    readonly previous?: string | undefined;
  }

  /** Inputs of `verify_chain`. */
  export interface VerifyRequest {
    /** Events of the record, in order. */
    readonly events: readonly (AuditedEvent)[];
    /** Hash of the event before the first one, as 64 hexadecimal digits. Absent: the record is whole. */
    readonly previous?: string | undefined;
  }

  /** Inputs of `inclusion_proof`. */
  export interface InclusionRequest {
    /** Events of the record, each the text of a JSON object, in order. */
    readonly events: readonly (string)[];
    /** Place of the event that is proved, from 0. [from 0] */
    readonly index: number;
  }

  /** Inputs of `check_inclusion`. */
  export interface CheckInclusionRequest {
    /** Event, as the text of a JSON object. */
    readonly event: string;
    /** Place of the event, from 0. [from 0] */
    readonly index: number;
    /** Number of events in the tree. [from 0] */
    readonly size: number;
    /** Hashes beside the way from the event to the root, from the event upwards, each as 64 hexadecimal digits. */
    readonly proof: readonly (string)[];
    /** Root of the tree, as 64 hexadecimal digits. */
    readonly root: string;
  }

  /** Inputs of `activity_report`: activities as columns, in any order. */
  export interface ActivityRequest {
    /** Times of the activities, in Unix milliseconds UTC. */
    readonly at_ms: BigInt64Array | Float64Array | readonly (number | Date | string)[];
    /** Kinds of the activities. */
    readonly kind: readonly (ActivityKind)[];
    /** Length of a period. ["day" where absent] */
    readonly period?: ActivityPeriod | undefined;
    /** Offset of civil time from UTC, in minutes east of Greenwich. [min, from -1080 to 1080; 0 where absent] */
    readonly utc_offset_min?: number | undefined;
  }

  /** The operations of `crm`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
  export interface Operations {
    /**
     * The lifecycle of leads, deals, contracts, commissions or invoices as data: states, legal transitions, roles that may make them, and
     * which need a reason. An application draws its buttons from it.
     *
     * @example
     * ```ts
     * const answer = crm.lifecycleTable({ subject: "deal" });
     * ```
     */
    lifecycleTable(request: LifecycleTableRequest): LifecycleTable;
    /**
     * Moves a lead, deal, contract, commission or invoice to another state, or says why not.
     *
     * @example
     * ```ts
     * const answer = crm.changeState({
     *  change: { contract: { state: "approved", since_ms: 1714521600000, to: "cancelled", role: "mining_site", reason: "The customer found another site.", at_ms: 1714780800000 } },
     * });
     * ```
     */
    changeState(request: ChangeStateRequest): ChangeStateReport;
    /**
     * The score of a lead by points for its source and what is known of it.
     *
     * @example
     * ```ts
     * const answer = crm.pointsScore({ source: "referral", has_email: true, has_phone: true, title: "CEO", weights: { cap: 90 } });
     * ```
     */
    pointsScore(request: PointsRequest): PointsReport;
    /**
     * The probability that a lead is won, learned from leads before it: smoothed naive Bayes in which older outcomes count less.
     *
     * @example
     * ```ts
     * const answer = crm.predictiveScore({
     *  history: [{ fields: [{ name: "source", value: "referral" }, { name: "country", value: "US" }], is_won: true, closed_ms: 1714521600000 }, { fields: [{ name: "source", value: "web" }], is_won: false, closed_ms: 1717977600000 }, { fields: [{ name: "source", value: "web" }, { name: "country", value: "CA" }], is_won: true, closed_ms: 1718841600000 }],
     *  lead: [{ name: "source", value: "web" }, { name: "country", value: "US" }],
     *  at_ms: 1719705600000,
     *  half_life_days: 90,
     * });
     * ```
     */
    predictiveScore(request: PredictiveRequest): PredictiveReport;
    /**
     * The probability of winning a deal by its state, age and size.
     *
     * @example
     * ```ts
     * const answer = crm.winProbability({ state: "negotiation", age_days: 95, value_minor: 15000000 });
     * ```
     */
    winProbability(request: WinProbabilityRequest): WinProbabilityReport;
    /**
     * The weighted pipeline, its variance, and the exact probability of reaching a target.
     *
     * @example
     * ```ts
     * const answer = crm.pipelineForecast({
     *  deals: [{ value_minor: 15000000, probability: 0.5 }, { value_minor: 4000000, probability: 0.25 }, { value_minor: 9900000, probability: 0.75 }],
     *  target_minor: 14000000,
     * });
     * ```
     */
    pipelineForecast(request: PipelineRequest): PipelineReport;
    /**
     * The commission of a deal for a month by a plan of clauses, with every line, split among payees to the smallest unit.
     *
     * @example
     * ```ts
     * const answer = crm.accrueCommission({
     *  plan: { currency: "USD", clauses: [{ marginal_tiers: [{ up_to: "100000", rate: "0.05" }, { up_to: "250000", rate: "0.07" }, { rate: "0.1" }] }, { cap: { amount: "20000" } }] },
     *  deal: "deal-17",
     *  month: "2026-05",
     *  base: "310000",
     *  carried_loss: "10000",
     *  draw: "1500",
     *  payees: [{ name: "broker", weight: 60 }, { name: "site", weight: 40 }],
     *  accrued: ["2026-04/deal-17"],
     * });
     * ```
     */
    accrueCommission(request: AccrualRequest): AccrualReport;
    /**
     * What is taken back of a commission where a customer leaves early.
     *
     * @example
     * ```ts
     * const answer = crm.clawBack({ paid: "20500", months_served: 5, term_months: 12, rule: "linear" });
     * ```
     */
    clawBack(request: ClawbackRequest): ClawbackReport;
    /**
     * The table of roles and permissions, with the names that other systems use for roles.
     *
     * @example
     * ```ts
     * const answer = crm.roleTable({ roles: ["owner", "mining_site", "read_only"] });
     * ```
     */
    roleTable(request?: RoleTableRequest): RoleTable;
    /**
     * Whether a user may do something: denied unless the role table grants it, within one tenant only.
     *
     * @example
     * ```ts
     * const answer = crm.checkAccess({
     *  role: "mining_site",
     *  tenant: "site-7",
     *  user: "u-31",
     *  permission: "crm:customer_view",
     *  deed: "write",
     *  of_tenant: "site-7",
     *  of_user: "u-31",
     *  subscription_ends_ms: 1749081600000,
     *  at_ms: 1714521600000,
     * });
     * ```
     */
    checkAccess(request: AccessRequest): AccessReport;
    /**
     * Appends an event to a chain of hashes: SHA-256 over the hash before and the canonical JSON of the event (RFC 8785).
     *
     * @example
     * ```ts
     * const answer = crm.appendEvent({
     *  event: "{\"who\":\"u-31\",\"did\":\"approve\",\"amount\":\"10.00\"}",
     *  previous: "0000000000000000000000000000000000000000000000000000000000000000",
     * });
     * ```
     */
    appendEvent(request: AppendRequest): AppendReport;
    /**
     * Whether a record of events is as it was written, and where it is not.
     *
     * @example
     * ```ts
     * const answer = crm.verifyChain({
     *  events: [{ event: "{\"n\":0}", hash: "cfa94966dd3f9be5b9a04717523d662aa23c2c2c1eb62fdc320fb535747ea5bb" }, { event: "{\"n\":1}", hash: "a8a16b5435d1edf0f257a4e68905e8554b83c7010fc337b5f70aa174435760ef" }, { event: "{\"n\":2}", hash: "5688eb0aa11e52e92726ed1b4add18a65821994adce033f51997e0a9f4c8ef05" }],
     * });
     * ```
     */
    verifyChain(request: VerifyRequest): VerifyReport;
    /**
     * The proof that an event is in a record, by a Merkle tree (RFC 6962).
     *
     * @example
     * ```ts
     * const answer = crm.inclusionProof({ events: ["{\"n\":0}", "{\"n\":1}", "{\"n\":2}"], index: 2 });
     * ```
     */
    inclusionProof(request: InclusionRequest): InclusionReport;
    /**
     * Whether a proof shows that an event is in the record of a root.
     *
     * @example
     * ```ts
     * const answer = crm.checkInclusion({
     *  event: "{\"n\":2}",
     *  index: 2,
     *  size: 3,
     *  proof: ["3badc80537f029e1bb77280dc85203cf2ed9748dc8f571230fcba5c326c91068"],
     *  root: "2cfef7627597e00b564975774ad728ef210706759fca6d64138c6dfc1cbf2cda",
     * });
     * ```
     */
    checkInclusion(request: CheckInclusionRequest): CheckInclusionReport;
    /**
     * Activities counted by period and kind.
     *
     * @example
     * ```ts
     * const answer = crm.activityReport({
     *  at_ms: [1714521600000, 1714525200000, 1714694400000],
     *  kind: ["call", "email", "call"],
     *  period: "day",
     *  utc_offset_min: -300,
     * });
     * ```
     */
    activityReport(request: ActivityRequest): ActivityReport;
  }
}

/** Operations of the domain. */
export const crm: crm.Operations = {
  lifecycleTable: (request) => document("crm.lifecycle_table", request),
  changeState: (request) => document("crm.change_state", request),
  pointsScore: (request) => document("crm.points_score", request),
  predictiveScore: (request) => document("crm.predictive_score", request),
  winProbability: (request) => document("crm.win_probability", request),
  pipelineForecast: (request) => document("crm.pipeline_forecast", request),
  accrueCommission: (request) => document("crm.accrue_commission", request),
  clawBack: (request) => document("crm.claw_back", request),
  roleTable: (request) => document("crm.role_table", request),
  checkAccess: (request) => document("crm.check_access", request),
  appendEvent: (request) => document("crm.append_event", request),
  verifyChain: (request) => document("crm.verify_chain", request),
  inclusionProof: (request) => document("crm.inclusion_proof", request),
  checkInclusion: (request) => document("crm.check_inclusion", request),
  activityReport: (request) => document("crm.activity_report", request),
};
