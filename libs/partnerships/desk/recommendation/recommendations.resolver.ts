import { Args, createUnionType, Field, ID, Int, Mutation, ObjectType, Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { Inject } from '@nestjs/common';
import { CurrentViewer, type Viewer } from '#libs/accounts';
import { linkToken } from '#libs/mail';
import { CONFIG, type Config, Conflict, enumOf, failureOr, type FailureView, Forbidden, Language, NotFound, successOr, Unauthenticated } from '#libs/platform';
import { EXPORT_FORMATS, Recommendations, type ExportFormat, type ExportRecord } from './recommendations.service.js';

export const ExportFormatName = enumOf<ExportFormat>(EXPORT_FORMATS);
registerEnumType(ExportFormatName, { name: 'RecommendationFormat', description: 'A format of a recommendation as a document.' });

@ObjectType({ description: 'A recommendation as a document: what was decided and why, who is in it, and what was done when.' })
export class RecommendationExport implements ExportRecord {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => ExportFormatName, { description: 'Its format.' })
  format: ExportFormat;

  @Field(() => Int, { description: 'Its size.' })
  bytes: number;

  @Field(() => Date, { description: 'Until when its link opens it.' })
  expiresAt: Date;
}

export const RecommendationExportResult = createUnionType({
  name: 'RecommendationExportResult',
  description: 'The document, or why there is none.',
  types: () => [RecommendationExport, Unauthenticated, NotFound, Forbidden, Conflict] as const,
  resolveType: successOr(RecommendationExport),
});

@Resolver(() => RecommendationExport)
export class RecommendationsResolver {
  constructor(
    private readonly recommendations: Recommendations,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Mutation(() => RecommendationExportResult, {
    description: 'Makes a document of the body’s recommendation as it is now. For its officers, once the gate has closed.',
  })
  exportRecommendation(
    @CurrentViewer() viewer: Viewer,
    @Args('trackId', { type: () => ID, description: 'The track.' }) trackId: string,
    @Args('format', { type: () => ExportFormatName, description: 'The format.' }) format: ExportFormat,
    @Args('language', { type: () => Language, nullable: true, description: 'The language; left out: yours.' }) language: Language | null,
  ): Promise<ExportRecord | FailureView> {
    return failureOr(this.recommendations.export(viewer, trackId, format, language));
  }

  @ResolveField(() => String, { description: 'A link to it, good for ten minutes.' })
  url(@Parent() { id }: ExportRecord): string {
    return `${this.config.publicUrl}/recommendations/${linkToken('recommendation', id, this.config.secret)}`;
  }
}
