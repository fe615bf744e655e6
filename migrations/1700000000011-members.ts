import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ways into a consortium for those who are not here yet, interest that stays hidden, and what authorities say of it. */
export class Members1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A link that invites whoever has it, once; only the hash of what stands in it is kept.
      CREATE TABLE invitation_links (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        consortium_id uuid NOT NULL REFERENCES consortia ON DELETE CASCADE,
        seat_id uuid,
        role text NOT NULL CHECK (role IN ('CO_APPLICANT', 'AFFILIATED', 'ASSOCIATED', 'OBSERVER')),
        token_hash bytea NOT NULL UNIQUE,
        made_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        membership_id uuid UNIQUE REFERENCES memberships,
        CHECK (num_nonnulls(revoked_at, membership_id) < 2),
        FOREIGN KEY (seat_id, consortium_id) REFERENCES seats (id, consortium_id) ON DELETE SET NULL (seat_id)
      );
      CREATE INDEX invitation_links_consortium ON invitation_links (consortium_id);

      -- Interest of an organisation in another one, or in a consortium, or of a consortium in an organisation. Each row is
      -- one side's; it is shown to the other side once there are both.
      CREATE TABLE hidden_interests (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        organisation_id uuid NOT NULL REFERENCES organisations ON DELETE CASCADE,
        partner_id uuid REFERENCES organisations ON DELETE CASCADE,
        consortium_id uuid REFERENCES consortia ON DELETE CASCADE,
        -- Of organisation and consortium: whether the consortium's lead noted it.
        by_lead boolean NOT NULL DEFAULT false,
        noted_at timestamptz NOT NULL,
        mutual_at timestamptz,
        CHECK (num_nonnulls(partner_id, consortium_id) = 1),
        CHECK (partner_id <> organisation_id),
        CHECK (by_lead <= (consortium_id IS NOT NULL)),
        UNIQUE NULLS NOT DISTINCT (organisation_id, partner_id, consortium_id, by_lead)
      );

      -- What the authority of a state says of a consortium: one word a state.
      CREATE TABLE endorsements (
        id uuid PRIMARY KEY DEFAULT verbond_uuid(),
        consortium_id uuid NOT NULL REFERENCES consortia ON DELETE CASCADE,
        country char(2) NOT NULL,
        authority_id uuid NOT NULL REFERENCES organisations,
        state text NOT NULL CHECK (state IN ('ASKED', 'CLAIMED', 'GIVEN', 'REFUSED')),
        document_id uuid REFERENCES documents,
        reason text,
        asked_at timestamptz NOT NULL,
        settled_at timestamptz,
        verified_by uuid,
        CHECK ((state IN ('GIVEN', 'REFUSED')) = (settled_at IS NOT NULL)),
        CHECK ((state = 'CLAIMED') <= (document_id IS NOT NULL)),
        UNIQUE (consortium_id, country)
      );
      CREATE INDEX endorsements_authority ON endorsements (authority_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE endorsements, hidden_interests, invitation_links');
  }
}
