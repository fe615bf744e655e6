import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { Call, CallsLoaders } from '#libs/calls';
import { DirectoryLoaders, LanguageArg, Organisation } from '#libs/directory';
import { failureOr, type FailureView, type Language } from '#libs/platform';
import { checkView, repairView } from './check-words.js';
import { CheckConsortiumResult, ConsortiumCheck, ConsortiumRepair, FactSupplier, RepairStepView } from './check.types.js';
import { ChecksService } from './checks.service.js';
import { ConsortiumDraftInput, draftOf } from './draft.input.js';
import { organisationsBy } from './organisations-by.js';

@Resolver(() => ConsortiumCheck)
export class ChecksResolver {
  constructor(
    private readonly checks: ChecksService,
    private readonly loaders: CallsLoaders,
  ) {}

  @Query(() => CheckConsortiumResult, {
    description: 'How a consortium that is thought of stands under the rules of a call, rule by rule, and what would repair it. Needs a key.',
  })
  checkConsortium(
    @CurrentViewer() viewer: Viewer,
    @Args('draft', { type: () => ConsortiumDraftInput, description: 'The consortium.' }) draft: ConsortiumDraftInput,
    @LanguageArg() language: Language,
  ): Promise<ConsortiumCheck | FailureView> {
    const given = draftOf(draft);
    return failureOr(this.checks.check(viewer, given).then((checked) => checkView(checked, given, language)));
  }

  @ResolveField(() => Call, { description: 'The call.' })
  call(@Parent() { read }: ConsortiumCheck, @Context() context: RequestContext): Promise<Call | null> {
    return this.loaders.call(context, read.call.id);
  }

  @ResolveField(() => ConsortiumRepair, { description: 'The smallest change that makes all mandatory rules MET.' })
  async repair(@Parent() { read }: ConsortiumCheck): Promise<ConsortiumRepair> {
    return repairView(await this.checks.repair(read), read);
  }
}

@Resolver(() => RepairStepView)
export class RepairStepResolver {
  constructor(private readonly loaders: DirectoryLoaders) {}

  @ResolveField(() => [Organisation], { description: 'The organisations that suit the other members best, best first.' })
  first(@Parent() { uuids }: RepairStepView, @Context() context: RequestContext): Promise<Organisation[]> {
    return organisationsBy(this.loaders, context, uuids);
  }
}

@Resolver(() => FactSupplier)
export class FactSupplierResolver {
  constructor(private readonly loaders: DirectoryLoaders) {}

  @ResolveField(() => [Organisation], { description: 'Who that is, where we know it.' })
  organisations(@Parent() { uuids }: FactSupplier, @Context() context: RequestContext): Promise<Organisation[]> {
    return organisationsBy(this.loaders, context, uuids);
  }
}
