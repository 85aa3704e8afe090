// Has the site's own script make the file of a lab.
export async function file(site, options) {
  const { labFile } = await import(`${site}embed/export.js`);
  return labFile(site, options);
}
