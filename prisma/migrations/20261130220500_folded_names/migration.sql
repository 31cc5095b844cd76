-- what every search compares; the same as `fold` of app/platform/folding.ts, which a property test holds to it
CREATE FUNCTION fold_text(raw text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT btrim(regexp_replace(
    replace(replace(replace(replace(
      translate(
        lower(regexp_replace(normalize(raw, NFKD),
          '[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]', '', 'g') COLLATE "und-x-icu"),
        'łđðøħŧŋıς', 'lddohtniσ'),
      'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), 'þ', 'th'),
    '[\u0001-\u002d\u002f\u003a-\u003f\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u02b0-\u02ff\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u303f\u1680\ufeff\ufffd]+',
    ' ', 'g'))
$$;

UPDATE "Member" SET "searchText" = fold_text(concat_ws(' ', label, "sortName", number, profession, rpps, finess, siret, rna, email,
  CASE WHEN regexp_replace(phone, '[^0-9+]', '', 'g') ~ '^(0|(\+|00)330?)[1-9][0-9]{8}$'
       THEN '0' || right(regexp_replace(phone, '[^0-9]', '', 'g'), 9) ELSE phone END, town))
 WHERE "anonymisedOn" IS NULL;
