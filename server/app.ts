import { Hono } from 'hono';
import { openAPIRouteHandler, describeRoute } from 'hono-openapi';
import type { Logger } from '@/utils/contract/logger';
import { accountRoutes, type AccountServices } from './accounts/routes';
import { deskPhoneRoutes, type DeskPhoneServices } from './accounts/desk-phone-routes';
import { callRecordRoutes, type CallRecordServices } from './call-records/routes';
import { changeFeedRoutes } from './change-feed/routes';
import type { AppEnv } from './http/app-env';
import { answerError, answerNotFound } from './http/errors';
import { allowOrigins, apiHeaders, commonHeaders, limitBody, refuseForeignOrigins } from './http/guard';
import { healthRoutes, type HealthChecks } from './http/health';
import type { OriginRules } from './http/origin';
import { requestLog } from './http/request-log';
import { orderedCallRoutes, type OrderedCallServices } from './telephony/ordered-calls/routes';

export interface AppServices extends AccountServices, CallRecordServices, DeskPhoneServices, OrderedCallServices {
  readonly health: HealthChecks;
  readonly origins: OriginRules;
  readonly log: Logger;
  readonly now: () => number;
  /** Pages served beside the API; the demo's CRM. */
  readonly staticRoutes?: Hono | undefined;
}

const DOCUMENTATION = {
  info: { title: 'One server', version: '1', description: 'Errors have the body of the schema shown with each status; `code` says which.' },
  components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
} as const;

/** Everything the public port answers over HTTP. */
export function createApp(services: AppServices): Hono<AppEnv> {
  const { log, origins } = services;
  const app = new Hono<AppEnv>();
  app.use(requestLog(log, services.now), commonHeaders(origins.secure));
  app.use('/api/*', apiHeaders, allowOrigins(origins), refuseForeignOrigins(origins), limitBody());
  app.route('/', healthRoutes(services.health));
  app.route('/api', accountRoutes(services));
  app.route('/api', deskPhoneRoutes(services));
  app.route('/api', orderedCallRoutes(services));
  app.route('/api', callRecordRoutes(services));
  app.route('/api', changeFeedRoutes(services.db, services.sessions));
  const describeDocument = describeRoute({ summary: 'This document', tags: ['server'], security: [], responses: { 200: { description: 'OpenAPI 3.1' } } });
  app.get('/api/openapi.json', describeDocument, openAPIRouteHandler(app, { documentation: DOCUMENTATION, excludeStaticFile: false }));
  if (services.staticRoutes) app.route('/', services.staticRoutes);
  app.onError(answerError(log));
  app.notFound(answerNotFound);
  return app;
}
