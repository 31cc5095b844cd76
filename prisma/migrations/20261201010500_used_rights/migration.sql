-- What the ballot box shows of itself to the statements of other rooms: who has used a right, for whom, never what for.
CREATE VIEW "UsedRight" AS
  SELECT s."resolutionId", r."meetingId", s."memberId", s."voterId", s."voices", s."category", s."online"
    FROM "Slip" s JOIN "Resolution" r ON r."id" = s."resolutionId"
   WHERE s."cast";
