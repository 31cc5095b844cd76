import { db, disconnect } from '~/platform/db.server'
import { answer, handed } from './handed'

const { upTo } = await handed<{ upTo: number }>()
const already = await db().member.count()

await db().$executeRaw`
  insert into "Member" (id, number, kind, civility, "lastName", "firstName", "sortName", label, "searchText", email, street, postcode,
    town, "bornOn", "convocationConsentOn", category, "admittedOn", "createdAt")
  select gen_random_uuid(), n, 'PERSON', 'Mme', name, first, name || ' ' || first, 'Mme ' || first || ' ' || name, lower(name || ' ' || first),
    'membre-' || n || '@example.org', n || ' rue des Lilas', '94200', 'Ivry-sur-Seine', '1970-05-04', '2020-01-01', 'active', '2020-01-01', now()
  from generate_series(${already + 1}::int, ${upTo}::int) n,
    lateral (select (array['Martin', 'Bernard', 'Thomas', 'Petit', 'Robert', 'Richard', 'Durand', 'Moreau'])[1 + n % 8] || n % 997 as name,
                    (array['Anne', 'Claire', 'Élodie', 'Inès', 'Jeanne', 'Léa', 'Zoé'])[1 + n % 7] as first) as people`
await db().$executeRaw`
  insert into "MemberEvent" (id, "memberId", kind, "on", category, "recordedAt")
  select gen_random_uuid(), m.id, 'ADMITTED', m."admittedOn", m.category, now() from "Member" m where m.number > ${already}`
await db().$executeRaw`analyze`
answer({ members: await db().member.count() })
await disconnect()
