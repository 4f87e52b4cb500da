// Before anything is drawn: that scripts run, and the colours that the reader chose last time.
document.documentElement.dataset.script = "on";
try {
  const chosen = localStorage.getItem("xbrlgen-theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
} catch {
  // a browser may refuse storage to files; the colours of the system hold then
}
