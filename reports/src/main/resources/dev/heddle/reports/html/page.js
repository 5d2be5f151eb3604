"use strict";
const root = document.documentElement;
const theme = document.getElementById("theme");
const isDark = () =>
  root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
const label = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
theme.hidden = false;
theme.addEventListener("click", () => {
  root.dataset.theme = isDark() ? "light" : "dark";
  label();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", label);
label();
for (const command of document.querySelectorAll("pre.command")) {
  const text = command.textContent;
  const copy = document.createElement("button");
  copy.type = "button";
  copy.textContent = "Copy";
  copy.addEventListener("click", () =>
    navigator.clipboard.writeText(text).then(
      () => { copy.textContent = "Copied"; },
      () => { getSelection().selectAllChildren(command.querySelector("code")); copy.textContent = "Selected"; }));
  command.prepend(copy);
}
