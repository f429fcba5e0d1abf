// An open group of the menu closes where one goes elsewhere, or presses Escape; without this it stays open until another is opened.

function close() {
  const open = document.querySelector(".group[open]");
  if (open) {
    open.open = false;
  }
  return open;
}

for (const left of ["click", "focusin"]) {
  document.addEventListener(left, (event) => event.target.closest(".menu") || close());
}
document.addEventListener("keydown", (event) => event.key === "Escape" && close()?.querySelector("summary").focus());
