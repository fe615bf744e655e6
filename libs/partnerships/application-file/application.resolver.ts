import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#libs/accounts';
import { failureOr, type FailureView } from '#libs/platform';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { ConsortiumResult } from '../consortia/consortium.type.js';
import { ApplicationExports } from './application-exports.service.js';
import type { ApplicationFormat } from './application-formats.js';
import { ApplicationImports } from './application-imports.service.js';
import { ApplicationFile, ApplicationFileResult, ApplicationFormatName } from './application.type.js';

const FORMAT = { type: () => ApplicationFormatName, description: 'How it is written down.' } as const;

@Resolver()
export class ApplicationResolver {
  constructor(
    private readonly exports: ApplicationExports,
    private readonly imports: ApplicationImports,
  ) {}

  @Query(() => ApplicationFileResult, {
    description: 'A consortium in one file: PICs, roles, countries and regions of its members, and the contacts of those that consented. For those who work for a member.',
  })
  application(
    @CurrentViewer() viewer: Viewer,
    @Args('consortiumId', { type: () => ID, description: 'The consortium.' }) consortiumId: string,
    @Args('format', FORMAT) format: ApplicationFormat,
  ): Promise<ApplicationFile | FailureView> {
    return failureOr(
      this.exports.write(viewer, consortiumId, format).then(({ content, ...file }) => Object.assign(new ApplicationFile(), file, { content: content.toString('base64') })),
    );
  }

  @Mutation(() => ConsortiumResult, {
    description: 'Begins a consortium from such a file. Its coordinator leads it; the other partners are invitations that are written down and not sent.',
  })
  importApplication(
    @CurrentViewer() viewer: Viewer,
    @Args('format', FORMAT) format: ApplicationFormat,
    @Args('content', { description: 'Its bytes, in base64.' }) content: string,
  ): Promise<ConsortiumRecord | FailureView> {
    return failureOr(this.imports.read(viewer, format, Buffer.from(content, 'base64')));
  }
}
