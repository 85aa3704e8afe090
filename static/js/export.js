// Makes the single file of a lab, from what the site serves. docs/embed.md says what the file is.

// The text of a file of the site, or of its JSON.
async function got(address) {
  const answer = await fetch(address, { credentials: "omit" });
  if (!answer.ok) throw new Error(`${address} cannot be had.`);
  return answer.text();
}

function escaped(text) {
  const names = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return String(text).replace(/[&<>"]/g, (letter) => names[letter]);
}

function base64(text) {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

// The file as text. `site` is the site's address with a slash at its end; `options` holds what
// `createLab` takes: scenario, stage and, if they are wanted, run, seed, theme and hide.
export async function labFile(site, options) {
  const { scenario, stage = 1 } = options;
  const stem = `${site}embed/posters/${scenario}-${stage}`;
  const [file, data, poster, words] = await Promise.all([
    got(`${site}embed/file.txt`),
    got(`${site}scenario/${scenario}.json`),
    got(`${stem}.svg`),
    got(`${stem}.json`).then(JSON.parse),
  ]);
  const given = { site, options: { ...options, stage }, data: JSON.parse(data) };
  const { title, stage: stages } = given.data;
  const parts = {
    title: escaped(`${title}: ${stages[stage - 1].title}`),
    picture: escaped(words.title),
    text: escaped(words.text),
    poster: base64(poster),
    given: JSON.stringify(given).replaceAll("<", "\\u003c"),
  };
  return file.replace(/\{\{(title|picture|text|poster|given)\}\}/g, (_, name) => parts[name]);
}
