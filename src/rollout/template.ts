/**
 * Fills the places of a template, `{question}` for instance, in one pass: what is put in is never
 * searched for places itself, so text that a person or a model wrote cannot pull other text in.
 * A place that has no value stays as it stands.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{([a-z]+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? place) : place,
  );
}
