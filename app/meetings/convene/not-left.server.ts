import { Prisma, type Meeting } from '~/generated/prisma/client'
import { mailServerIsSet } from '~/platform/mail/mail-server.server'

/** A mail ("Mail" l) not known to have reached its server: refused, without answer, returned, put off, or with no server to leave by. */
export const notLeft = () => Prisma.sql`(l."state" IN ('REFUSED', 'BOUNCED')
  OR (l."state" = 'QUEUED' AND (l."attempts" > 0 OR ${!mailServerIsSet()})))`

/**
 * A convocation ("ConvocationNotice" n, "Mail" l) sent by mail to who has withdrawn his agreement to it since ("Member" m), the
 * meeting being still to come: what left under it keeps its day, and a letter is to follow. The Bureau is convened « by any means ».
 */
export const agreementWithdrawn = ({ state, body }: Pick<Meeting, 'state' | 'body'>) =>
  state === 'CONVENED' && body !== 'bureau'
    ? Prisma.sql`(n."channel" = 'MAIL' AND l."state" IN ('ACCEPTED', 'QUEUED') AND m."convocationConsentOn" IS NULL)`
    : Prisma.sql`false`

/** An accepted mail ("Mail" l) that something in the box of returns answers, not yet read by anybody. */
export const unreadAnswer = () => Prisma.sql`(l."state" = 'ACCEPTED' AND EXISTS (
  SELECT FROM "ReturnedMail" r WHERE r."mailId" = l."id" AND r."state" = 'WAITING'))`
