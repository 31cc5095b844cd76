import express, { type Express } from 'express'
import { castVoteFast } from './http/cast-vote-fast'

/** Routes that answer without Remix because many people call them in the same second. They come after the origin check. */
export function mountFastRoutes(app: Express): void {
  app.post('/assemblees/:id/vote', onlyJson, express.json({ limit: '64kb' }), castVoteFast)
}

/** A form sent without JavaScript goes on to its page. */
const onlyJson: express.RequestHandler = (req, _res, next) =>
  next(req.get('accept') === 'application/json' && req.is('application/json') ? undefined : 'route')
