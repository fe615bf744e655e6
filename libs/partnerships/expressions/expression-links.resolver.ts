import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#libs/accounts';
import { type Organisation } from '#libs/directory';
import { failureOr, type FailureView } from '#libs/platform';
import { NewcomerInput } from '../newcomers/newcomer.input.js';
import {
  ExpressionLink,
  ExpressionLinkResult,
  ExpressionReceiptResult,
  LinkedExpressionInput,
  ReviewedNewcomerResult,
  type ExpressionReceipt,
} from './expression-link.type.js';
import { ExpressionLinks, type ExpressionLinkRecord } from './expression-links.service.js';
import type { ExpressionRecord } from './expression-record.js';
import { LinkedExpressions } from './linked-expressions.service.js';
import { NewcomerReviews } from './newcomer-reviews.service.js';

const trackId = { type: () => ID, description: 'The track.' };

@Resolver(() => ExpressionLink)
export class ExpressionLinksResolver {
  constructor(
    private readonly links: ExpressionLinks,
    private readonly linked: LinkedExpressions,
    private readonly reviews: NewcomerReviews,
  ) {}

  @Query(() => [ExpressionLink], { description: 'The public links of a track, the newest first. For the officers of its body.' })
  expressionLinks(@CurrentViewer() viewer: Viewer, @Args('trackId', trackId) track: string): Promise<ExpressionLinkRecord[]> {
    return this.links.ofTrack(viewer, track);
  }

  @Mutation(() => ExpressionLinkResult, { description: 'Makes a public link for a track of your body.' })
  makeExpressionLink(
    @CurrentViewer() viewer: Viewer,
    @Args('trackId', trackId) track: string,
    @Args('label', { defaultValue: '', description: 'What you call it.' }) label: string,
    @Args('mostUses', { type: () => Int, defaultValue: 100, description: 'How often it can be used, from 1 to 10,000.' }) mostUses: number,
  ): Promise<ExpressionLinkRecord | FailureView> {
    return failureOr(this.links.make(viewer, track, label, mostUses));
  }

  @Mutation(() => ExpressionLinkResult, { description: 'Lets a link open nothing from now on. What came by it stays.' })
  revokeExpressionLink(
    @CurrentViewer() viewer: Viewer,
    @Args('linkId', { type: () => ID, description: 'The link.' }) linkId: string,
  ): Promise<ExpressionLinkRecord | FailureView> {
    return failureOr(this.links.revoke(viewer, linkId));
  }

  @Mutation(() => ExpressionReceiptResult, {
    description: 'Expresses interest without an account, by a public link. Your organisation is seen by the body alone until it has looked at it.',
  })
  expressInterestByLink(
    @Args('token', { description: 'The token of the link.' }) token: string,
    @Args('newcomer', { type: () => NewcomerInput, description: 'Who you are.' }) newcomer: NewcomerInput,
    @Args('content', { type: () => LinkedExpressionInput, description: 'What you write.' }) content: LinkedExpressionInput,
  ): Promise<ExpressionReceipt | FailureView> {
    return failureOr(this.linked.express(token, newcomer, content).then(receiptOf));
  }

  @Mutation(() => ReviewedNewcomerResult, { description: 'Lets everybody see an organisation that came by a link of your body.' })
  publishNewcomer(
    @CurrentViewer() viewer: Viewer,
    @Args('organisationId', { type: () => ID, description: 'The organisation.' }) organisationId: string,
  ): Promise<Organisation | FailureView> {
    return failureOr(this.reviews.publish(viewer, organisationId));
  }

  @ResolveField(() => String, { description: 'What opens it: pass it to `expressInterestByLink`.' })
  token(@Parent() { id }: ExpressionLinkRecord): string {
    return this.linked.tokenOf(id);
  }
}

const receiptOf = ({ id, name, submittedAt, madeAt }: ExpressionRecord): ExpressionReceipt => ({
  expressionId: id,
  name,
  submittedAt: submittedAt ?? madeAt,
});
