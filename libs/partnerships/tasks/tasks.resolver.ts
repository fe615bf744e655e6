import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type RequestContext, type Viewer } from '#libs/accounts';
import { DirectoryLoaders, LanguageArg, Organisation } from '#libs/directory';
import { PageArgs, type Connection, type Language } from '#libs/platform';
import { taskText } from './task-text.js';
import { Task, TaskConnection } from './task.type.js';
import { Tasks, type TaskRecord } from './tasks.service.js';

@Resolver(() => Task)
export class TasksResolver {
  constructor(
    private readonly tasks: Tasks,
    private readonly loaders: DirectoryLoaders,
  ) {}

  @Query(() => TaskConnection, { description: 'What waits for you across consortia and desks, the soonest due first.' })
  myTasks(@CurrentViewer() viewer: Viewer, @Args() page: PageArgs): Promise<Connection<TaskRecord>> {
    return this.tasks.mine(viewer, page);
  }

  @ResolveField(() => String, { description: 'What is asked, in a sentence.' })
  text(@Parent() task: TaskRecord, @LanguageArg() language: Language): string {
    return taskText(language, task);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'Whose people may do it; nothing where it is yours alone.' })
  organisation(@Parent() { organisationId }: TaskRecord, @Context() context: RequestContext): Promise<Organisation | null> {
    return organisationId === null ? Promise.resolve(null) : this.loaders.organisation(context, organisationId);
  }
}
