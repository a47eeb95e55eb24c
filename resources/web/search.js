(function () {
  "use strict";
  var form = document.getElementById("search");
  var field = document.getElementById("find");
  var found = document.getElementById("found");
  var rows = Array.prototype.slice.call(document.querySelectorAll("table.list tbody tr"));
  var said = found.getAttribute("data-said");
  function folded(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[\u2018\u2019]/g, "'").toLowerCase();
  }
  var texts = rows.map(function (row) {
    var cells = Array.prototype.map.call(row.children, function (cell) { return cell.textContent; });
    return folded(cells.join(" ") + " " + row.getAttribute("data-words"));
  });
  function look() {
    var words = folded(field.value).split(/\s+/).filter(Boolean);
    var shown = 0;
    rows.forEach(function (row, i) {
      var fits = words.every(function (word) { return texts[i].indexOf(word) >= 0; });
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    document.querySelectorAll("main section").forEach(function (section) {
      section.hidden = !section.querySelector("tbody tr:not([hidden])");
    });
    found.textContent = said.replace("{shown}", shown).replace("{all}", rows.length);
  }
  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  field.addEventListener("input", look);
  var asked = new URLSearchParams(window.location.search).get("q");
  if (asked) {
    field.value = asked;
    look();
  }
})();
