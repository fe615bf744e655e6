import { graphql } from './graphql.js';

export interface Evidence {
  readonly kind: string;
  readonly id: string;
  readonly text: string;
  readonly with: readonly string[];
}

export interface Partner {
  readonly rank: number;
  readonly score: number;
  readonly fit: number;
  readonly tier: string;
  readonly probability: number;
  readonly organisation: { readonly id: string; readonly name: string; readonly country: string };
  readonly parts: readonly { readonly signal: string; readonly contribution: number; readonly evidence: readonly Evidence[] }[];
}

export interface Suggested {
  readonly __typename: string;
  readonly code?: string;
  readonly nodes?: readonly Partner[];
  readonly stamps?: { readonly data: string; readonly ruleset: number; readonly model: string; readonly demand: number };
}

const QUERY = `query ($call: ID!, $organisation: ID!, $first: Int!) {
  suggestedPartners(callId: $call, organisationId: $organisation, first: $first) {
    __typename
    ... on Failure { code }
    ... on SuggestedPartnerConnection {
      stamps { data ruleset model demand }
      nodes {
        rank score fit tier probability organisation { id name country }
        parts { signal contribution evidence { kind id text with } }
      }
    }
  }
}`;

/** The job of the product: partners for an organisation in a call. */
export async function suggestedPartners(url: string, call: string, organisation: string, key?: string, first = 20): Promise<Suggested> {
  const { data } = await graphql<{ suggestedPartners: Suggested }>(url, QUERY, { call, organisation, first }, key);
  return data.suggestedPartners;
}

/** All that the scores of an answer rest on. */
export const evidenceOf = ({ nodes = [] }: Suggested): Evidence[] =>
  nodes.flatMap(({ parts }) => parts.flatMap(({ evidence }) => evidence));
