// The pages of the others: posts, lists of ten, categories, tags, an Atom feed of twenty posts, a site map.
const TEN = 10;
const slug = (words) => words.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-");
const french = (day) => day.toISOString().slice(0, 10).split("-").reverse().join("/");

function shelves(posts, key) {
  const found = new Map();
  for (const post of posts) for (const name of [post.data[key]].flat()) found.set(name, [...(found.get(name) ?? []), post]);
  return [...found].sort(([a], [b]) => a.localeCompare(b)).map(([name, items]) => ({ name, slug: slug(name), items }));
}

function leaves(folder, groups) {
  return groups.flatMap(({ name, slug, items }) => {
    const total = Math.ceil(items.length / TEN);
    const url = (number) => `/${folder}/${slug}/` + (number > 1 ? `page/${number}/` : "");
    return Array.from({ length: total }, (_, at) => ({ name, number: at + 1, total, url, items: items.slice(at * TEN, at * TEN + TEN) }));
  });
}

export default function (site) {
  const posts = (api) => api.getFilteredByGlob("content/posts/*.md").reverse();
  site.setQuietMode(true);
  site.addPassthroughCopy({ static: "/" });
  site.addFilter("slugged", slug);
  site.addFilter("french", french);
  site.addCollection("posts", posts);
  site.addCollection("categories", (api) => shelves(posts(api), "category"));
  site.addCollection("words", (api) => shelves(posts(api), "tags"));
  site.addCollection("categoryPages", (api) => leaves("categories", shelves(posts(api), "category")));
  site.addCollection("wordPages", (api) => leaves("tags", shelves(posts(api), "tags")));
  return { dir: { input: "content", includes: "../_includes", output: "_site" }, markdownTemplateEngine: false };
}
