import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who signs in or gets mail. Names and addresses stay in this table: jobs, logs and the ledger carry ids. */
@Entity('people')
export class Person {
  @PrimaryColumn('uuid', { default: () => 'verbond_uuid()' })
  id: string;

  @Column('text')
  name: string;

  @Column('citext')
  email: string;

  @Column('text')
  language: 'nl' | 'fr' | 'en' | 'de';

  /** IANA zone in which this person reads times. */
  @Column('text')
  zone: string;
}
