-- A list that the code fixes is held by a check; test/platform/fixed-lists.test.ts ties each to its words. What stands already is
-- looked at: a row of other days keeps its word, and the check then holds for what comes.
CREATE FUNCTION pg_temp.hold_list(p_table text, p_column text, p_words text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  v_name text := lower(p_table || '_' || p_column) || '_known';
  v_check text := format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%I = ANY (%L::text[])) NOT VALID',
    p_table, v_name, p_column, string_to_array(p_words, ' '));
BEGIN
  EXECUTE v_check;
  EXECUTE format('ALTER TABLE %I VALIDATE CONSTRAINT %I', p_table, v_name);
EXCEPTION WHEN check_violation THEN
  EXECUTE v_check;
  RAISE WARNING 'des lignes de « % » gardent un mot hors de la liste : %', p_table, p_column;
END $$;

SELECT pg_temp.hold_list(l."table", l."column", l.words) FROM (VALUES
  ('PaymentIssue', 'kind', 'surplus amount-differs payment-unknown dispute refund-failed payout-differs'),
  ('RegisteredLetter', 'kind', 'dues-formal-notice dues-decision exclusion-notice exclusion-decision appeal-decision appeal-meeting'
    || ' appeal-withdrawal founder-loss-notice founder-loss-decision suspension-notice suspension-decision suspension'),
  ('Explanation', 'source', 'online mail letter hearing'),
  ('Resignation', 'channel', 'online mail letter registered-letter'),
  ('DisciplinaryCase', 'organ', 'president bureau ago age'),
  ('DisciplinaryCase', 'appealWay', 'online letter'),
  ('MinutesSignature', 'role', 'president secretary officer'),
  ('Incident', 'kind', 'late-convocation not-told untold-members off-agenda revocation-off-agenda session'),
  ('Paper', 'unit', 'voices members')
) l("table", "column", words);

-- The steps of 6.4-b: reminders are as many as the statutes say.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['Dues', 'DuesStep', 'DuesRepost'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK ("stage" ~ %L)', t, lower(t) || '_stage_known',
      '^(called|due|reminder-[1-9][0-9]{0,2}|formal-notice|answer-over|listed|removed|kept|notified)$');
  END LOOP;
END $$;

-- Offices and categories are what the statutes say, which are data: the act judges them by the version of the day, and no row
-- names one that no version has ever known. Once a statement, whatever its rows.
CREATE FUNCTION statutes_know() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_key text;
BEGIN
  EXECUTE format('SELECT min(a.k) FROM (SELECT DISTINCT %1$I AS k FROM added WHERE %1$I IS NOT NULL) a
    WHERE NOT EXISTS (SELECT 1 FROM "StatutesVersion" v WHERE v."settings" -> %2$L ? a.k)', TG_ARGV[0], TG_ARGV[1]) INTO v_key;
  IF v_key IS NOT NULL THEN
    RAISE EXCEPTION 'the statutes know no such entry of %: %', TG_ARGV[1], v_key USING ERRCODE = 'P0A07';
  END IF;
  RETURN NULL;
END $$;

DO $$
DECLARE v record; v_event text;
BEGIN
  FOR v IN SELECT * FROM (VALUES ('Mandate', 'office', 'offices'), ('Member', 'category', 'categories'),
    ('MemberEvent', 'category', 'categories'), ('DuesRate', 'category', 'categories'), ('ElectorateEntry', 'category', 'categories'))
    l("table", "column", dictionary) LOOP
    FOREACH v_event IN ARRAY ARRAY['INSERT', 'UPDATE'] LOOP
      EXECUTE format('CREATE TRIGGER %I AFTER %s ON %I REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION statutes_know(%L, %L)',
        lower(v."table") || '_known_on_' || lower(v_event), v_event, v."table", v."column", v.dictionary);
    END LOOP;
  END LOOP;
END $$;
