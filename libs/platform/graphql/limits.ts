import { GraphQLError, Kind, type ASTVisitor, type SelectionSetNode, type ValidationContext } from 'graphql';

const DEEPEST = 12;

/** A validation rule: a selection nested too deep is refused before anything runs. Introspection is exempt. */
export function depthLimit(context: ValidationContext): ASTVisitor {
  const known = new Map<string, number>();

  const depthOf = (set: SelectionSetNode | undefined): number => {
    let deepest = 0;
    for (const selection of set?.selections ?? []) {
      switch (selection.kind) {
        case Kind.FIELD:
          if (!selection.name.value.startsWith('__')) deepest = Math.max(deepest, 1 + depthOf(selection.selectionSet));
          break;
        case Kind.INLINE_FRAGMENT:
          deepest = Math.max(deepest, depthOf(selection.selectionSet));
          break;
        case Kind.FRAGMENT_SPREAD:
          deepest = Math.max(deepest, depthOfFragment(selection.name.value));
      }
    }
    return deepest;
  };

  const depthOfFragment = (name: string): number => {
    if (!known.has(name)) {
      known.set(name, 0); // a fragment that contains itself is refused by another rule
      known.set(name, depthOf(context.getFragment(name)?.selectionSet));
    }
    return known.get(name) ?? 0;
  };

  return {
    OperationDefinition(node) {
      if (depthOf(node.selectionSet) <= DEEPEST) return;
      context.reportError(new GraphQLError('The query is nested too deep.', { nodes: node, extensions: { code: 'QUERY_TOO_EXPENSIVE' } }));
    },
  };
}
