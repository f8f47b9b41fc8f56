/** Gives the browser a file to save. The policy of the page lets a `blob:` be saved, not opened. */
export function saveBlob(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

export function saveJson(name: string, value: unknown): void {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  saveBlob(name, new Blob([text], { type: 'application/json' }));
}
