import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { GraphQLLocalDate } from 'graphql-scalars';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { DirectoryLoaders, Organisation, requestLoader } from '#libs/directory';
import { failureOr, PageArgs, type Connection, type FailureView } from '#libs/platform';
import type { ConsortiumRecord } from '../consortia/consortium-record.js';
import { Consortium } from '../consortia/consortium.type.js';
import type { ResultState } from '../states/result-states.js';
import type { ResultKind, ResultRecord } from './result-record.js';
import { DisseminationResult, DisseminationResultResult, DisseminationResultConnection, ResultKindName, ResultStateName } from './result.type.js';
import { ResultsReader } from './results-reader.service.js';
import { ResultsService } from './results.service.js';

type Answer = Promise<ResultRecord | FailureView>;

const RESULT_ID = { type: () => ID, description: 'The result.' } as const;
const DUE_ON = { type: () => GraphQLLocalDate, description: 'The day by whose end it must be public, in the zone of the call.' } as const;

@Resolver(() => DisseminationResult)
export class ResultsResolver {
  constructor(
    private readonly service: ResultsService,
    private readonly reader: ResultsReader,
    private readonly loaders: DirectoryLoaders,
  ) {}

  @Query(() => DisseminationResultConnection, {
    description: 'Results of the projects of a call, the first due first: what is public, and for officers of the call and of whoever publishes results also what is promised, due and overdue.',
  })
  results(
    @CurrentViewer() viewer: Viewer,
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Args('states', { type: () => [ResultStateName], nullable: true, description: 'Only those that are so far.' }) states: ResultState[] | null,
    @Args() page: PageArgs,
  ): Promise<Connection<ResultRecord>> {
    return this.reader.ofCall(viewer, callId, states, page);
  }

  @Mutation(() => DisseminationResultResult, { description: 'Promises a result of the project to the public. For those who work for its lead.' })
  promiseResult(
    @CurrentViewer() viewer: Viewer,
    @Args('consortiumId', { type: () => ID, description: 'The consortium.' }) consortiumId: string,
    @Args('title', { description: 'What it is called.' }) title: string,
    @Args('kind', { type: () => ResultKindName, description: 'What it is.' }) kind: ResultKind,
    @Args('audience', { description: 'Whom it is for.' }) audience: string,
    @Args('dueOn', DUE_ON) dueOn: string,
    @Args('publisherId', { type: () => ID, nullable: true, description: 'Who makes it public; left out: whom the call names, else the lead.' })
    publisherId: string | null,
  ): Answer {
    return failureOr(this.service.promise(viewer, { consortiumId, title, kind, audience, dueOn, publisherId }));
  }

  @Mutation(() => DisseminationResultResult, { description: 'Gives a result another day. For those who work for the lead of the project.' })
  moveResult(
    @CurrentViewer() viewer: Viewer,
    @Args('resultId', RESULT_ID) resultId: string,
    @Args('dueOn', DUE_ON) dueOn: string,
    @Args('reason', { description: 'Why. It is kept.' }) reason: string,
    @Args('expectedVersion', { type: () => Int, description: 'The version that you read.' }) expectedVersion: number,
  ): Answer {
    return failureOr(this.service.move(viewer, resultId, dueOn, reason, expectedVersion));
  }

  @Mutation(() => DisseminationResultResult, { description: 'Says that a result is public, and where. For the lead of the project and the publisher of the result.' })
  publishResult(
    @CurrentViewer() viewer: Viewer,
    @Args('resultId', RESULT_ID) resultId: string,
    @Args('url', { description: 'Where it can be read.' }) url: string,
  ): Answer {
    return failureOr(this.service.publish(viewer, resultId, url));
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'Who makes it public.' })
  publisher(@Parent() { publisherUuid }: ResultRecord, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.loaders.organisation(context, publisherUuid);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'Who leads the project.' })
  lead(@Parent() { leadUuid }: ResultRecord, @Context() context: RequestContext): Promise<Organisation | null> {
    return this.loaders.organisation(context, leadUuid);
  }
}

@Resolver(() => Consortium)
export class ConsortiumResultsResolver {
  constructor(private readonly reader: ResultsReader) {}

  @ResolveField(() => [DisseminationResult], { description: 'What it promised to the public, the first due first.' })
  async results(@Parent() { id }: ConsortiumRecord, @Context() context: RequestContext): Promise<ResultRecord[]> {
    const batch = (ids: readonly string[]) => this.reader.ofConsortia(ids);
    return (await requestLoader(context, 'partnerships.results', batch).load(id)) ?? [];
  }
}
