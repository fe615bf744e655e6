/** What came back: exactly one of data and errors, or both. */
export interface Answer<T> {
  readonly status: number;
  readonly data: T;
  readonly errors?: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

/** Asks over HTTP. @param key of whom asks; without one a visitor asks */
export async function graphql<T>(url: string, query: string, variables: object = {}, key?: string): Promise<Answer<T>> {
  const headers = { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return { status: response.status, ...((await response.json()) as Omit<Answer<T>, 'status'>) };
}
