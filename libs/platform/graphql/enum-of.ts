/** A list of names as the object that GraphQL makes an enum of. */
export const enumOf = <T extends string>(names: readonly T[]): { [N in T]: N } => Object.fromEntries(names.map((name) => [name, name])) as { [N in T]: N };
