import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionType, enumOf } from '#libs/platform';
import { TASK_KINDS, type TaskKind } from './task-kinds.js';
import type { TaskRecord } from './tasks.service.js';

export const TaskKindName = enumOf(TASK_KINDS);
registerEnumType(TaskKindName, { name: 'TaskKind', description: 'What somebody is asked to do.' });

@ObjectType({ description: 'Something that waits for you, alone or with others of your organisation.' })
export class Task implements TaskRecord {
  @Field(() => ID, { description: 'Its id.' })
  id: string;

  @Field(() => TaskKindName, { description: 'What is asked.' })
  kind: TaskKind;

  @Field({ description: 'What kind of thing it is about, such as CONSORTIUM.' })
  subjectKind: string;

  @Field(() => ID, { description: 'The id of what it is about.' })
  subjectId: string;

  @Field(() => Date, { nullable: true, description: 'Until when it should be done; nothing where it has no date.' })
  dueAt: Date | null;

  @Field(() => Date, { description: 'Since when it waits.' })
  madeAt: Date;

  facts: TaskRecord['facts'];
  organisationId: string | null;
  role: TaskRecord['role'];
}

@ObjectType({ description: 'A page of tasks.' })
export class TaskConnection extends ConnectionType('Task', () => Task) {}
