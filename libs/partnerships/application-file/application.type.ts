import { createUnionType, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Forbidden, NotFound, successOr, Unauthenticated } from '#libs/platform';
import type { ApplicationFormat } from './application-formats.js';

export const ApplicationFormatName = { JSON: 'JSON', CSV: 'CSV', XLSX: 'XLSX' } as const satisfies { [F in ApplicationFormat]: F };
registerEnumType(ApplicationFormatName, { name: 'ApplicationFormat', description: 'How an application is written down. CSV has its partners alone.' });

@ObjectType({ description: 'A consortium in one file, as an application form asks for it.' })
export class ApplicationFile {
  @Field({ description: 'A name for it.' })
  fileName: string;

  @Field({ description: 'What kind of file it is.' })
  mediaType: string;

  @Field({ description: 'Its bytes, in base64.' })
  content: string;
}

export const ApplicationFileResult = createUnionType({
  name: 'ApplicationFileResult',
  description: 'The file, or why there is none.',
  types: () => [ApplicationFile, Unauthenticated, NotFound, Forbidden] as const,
  resolveType: successOr(ApplicationFile),
});
