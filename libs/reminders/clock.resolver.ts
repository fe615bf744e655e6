import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#libs/accounts';
import { Clock, CONFIG, failureOr, Forbidden, type Config, type FailureView } from '#libs/platform';
import { DemoClock } from './demo-clock.service.js';
import { AdvanceClockResult, ClockReading } from './clock.types.js';

@Resolver()
export class ClockResolver {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly time: Clock,
    private readonly demoClock: DemoClock,
  ) {}

  @Query(() => ClockReading, { description: 'What time it is in this installation.' })
  async clock(): Promise<ClockReading> {
    return { now: await this.time.now(), mode: this.config.mode };
  }

  @Mutation(() => AdvanceClockResult, {
    description: 'In the demo: moves the clock forward, and sends on the way all that falls due, in order. For administrators.',
  })
  advanceClock(
    @CurrentViewer() viewer: Viewer,
    @Args('to', { type: () => Date, description: 'The time to move to; it must lie ahead.' }) to: Date,
  ): Promise<ClockReading | FailureView> {
    return failureOr(this.advance(viewer, to));
  }

  private async advance(viewer: Viewer, to: Date): Promise<ClockReading> {
    if (!viewer.administrator) throw new Forbidden('Only an administrator moves the clock.');
    await this.demoClock.advance(to);
    return this.clock();
  }
}
