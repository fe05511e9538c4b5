// The preview alone: what is wrong with the content, under the note that this is one.

const note = document.querySelector("[data-problems]");
const { problems: address, said } = note.dataset;

function element(name, ...content) {
  const made = document.createElement(name);
  made.append(...content);
  return made;
}

/** The place in front of the first colon with a space is the file and the line. */
function line(problem) {
  const text = problem[document.documentElement.lang];
  const end = text.indexOf(": ");
  const item = element("li", element("strong", text.slice(0, end)), text.slice(end));
  item.className = problem.severity;
  return item;
}

const problems = await (await fetch(address)).json();
if (problems.length) {
  const heading = element("summary", said.replace("{count}", problems.length));
  const details = element("details", heading, element("ul", ...problems.map(line)));
  details.open = problems.length <= 5;
  note.firstElementChild.append(details);
}
