import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { ApiError, ApiErrorCode } from '@/utils/contract/api-error';

const STATUS: Readonly<Record<ApiErrorCode, ContentfulStatusCode>> = Object.freeze({
  'invalid-input': 400,
  'wrong-credentials': 401,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-many-tries': 429,
  unavailable: 503,
  internal: 500,
});

/** Thrown by a route; the app answers with the contract's error body. `message` is English, for logs and developers. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  constructor(
    readonly code: ApiErrorCode,
    message: string,
    readonly detail: { readonly fields?: Record<string, string>; readonly retryAfter?: number } = {},
  ) {
    super(message);
  }

  get status(): ContentfulStatusCode {
    return STATUS[this.code];
  }

  get body(): ApiError {
    return { error: { code: this.code, message: this.message, ...this.detail } };
  }
}
