/** Names as GraphQL's registerEnumType takes them. */
export const enumOf = <T extends string>(names: readonly T[]): { [N in T]: N } =>
  Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };
