import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Forbidden, InvalidInput, NotFound, successOr, Unauthenticated } from '#libs/platform';
import type { Format } from './formats.js';

@ObjectType({ description: 'One version of a document; it never changes.' })
export class DocumentVersion {
  documentId: string;

  @Field(() => Int, { description: 'Its number, from 1.' })
  version: number;

  @Field(() => String, { description: 'PDF, DOCX, XLSX, PPTX or ODS, as its content shows.' })
  format: Format;

  @Field(() => Int, { description: 'Its size.' })
  bytes: number;

  @Field({ description: 'Its SHA-256, in hex.' })
  checksum: string;

  @Field(() => Date, { description: 'When it was uploaded.' })
  uploadedAt: Date;
}

@ObjectType({ description: 'That somebody has read a version of a document, in the name of an organisation.' })
export class DocumentReading {
  @Field(() => Int, { description: 'The version that was read.' })
  version: number;

  @Field(() => ID, { description: 'The organisation in whose name it was read.' })
  organisationId: string;

  @Field(() => Date, { description: 'When.' })
  readAt: Date;
}

@ObjectType({ description: 'A document that is kept here.' })
export class Document {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  ownerId: string;

  @Field({ description: 'Its title.' })
  title: string;

  @Field({ description: 'What it is, such as GUIDE, LETTER or AGREEMENT.' })
  kind: string;

  @Field(() => String, { nullable: true, description: 'The language it is in: nl, fr, en or de.' })
  language: string | null;

  @Field({ description: 'Whether all can read it; else only its owner can.' })
  public: boolean;

  @Field(() => [DocumentVersion], { description: 'Its versions, the newest first; none before the first upload.' })
  versions: DocumentVersion[];
}

@ObjectType({ description: 'A link that takes one upload, by PUT with the content type application/octet-stream.' })
export class UploadLink {
  @Field({ description: 'Where to send the bytes.' })
  url: string;

  @Field(() => Date, { description: 'Until when.' })
  expiresAt: Date;

  @Field(() => Document, { description: 'The document that will have them as its next version.' })
  document: Document;
}

const refusals = [Unauthenticated, NotFound, Forbidden, InvalidInput] as const;

export const UploadLinkResult = createUnionType({
  name: 'UploadLinkResult',
  description: 'The link, or why there is none.',
  types: () => [UploadLink, ...refusals] as const,
  resolveType: successOr(UploadLink),
});

export const DocumentResult = createUnionType({
  name: 'DocumentResult',
  description: 'The document, or why nothing was done.',
  types: () => [Document, ...refusals] as const,
  resolveType: successOr(Document),
});
