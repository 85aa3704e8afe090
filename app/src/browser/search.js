// Loads the engine of the search with its index when it is first asked, and asks it.
let engine = null;
let attempts = 0;

// The pages that speak of some words, best first, each with its parts: one a heading.
export async function pages(base, words, most) {
  engine ??= open(base);
  try {
    const { results } = await (await engine).search(words);
    return await Promise.all(results.slice(0, most).map(page));
  } catch (error) {
    // Whoever asks again, perhaps with a better connection, begins afresh.
    engine = null;
    throw error;
  }
}

async function open(base) {
  const basePath = `${base}pagefind/`;
  // A module that could not be loaded is not fetched again under the same address.
  const again = attempts > 0 ? `?again=${attempts}` : "";
  attempts += 1;
  const { createInstance } = await import(`${basePath}pagefind.js${again}`);
  // On the page's own thread: the index is small, and a worker would be one more file to load.
  const instance = createInstance({ basePath, baseUrl: base, excerptLength: 22, noWorker: true });
  await instance.init();
  return instance;
}

async function page(result) {
  const { url, meta, sub_results } = await result.data();
  return { url, title: meta.title ?? "", parts: sub_results.map(part) };
}

function part({ url, title, excerpt, weighted_locations }) {
  const score = weighted_locations.reduce((sum, word) => sum + word.balanced_score, 0);
  return { url, title, excerpt, score };
}
