import type { Settings } from '../config.ts';
import type { DeliverRules } from '../digest/deliver-parts.ts';

/** The waiting times of deliveries, as the operator sets them. */
export const rulesOf = (settings: Settings): DeliverRules => ({
  lease: Number(settings.LEASE_SECONDS),
  settle: Number(settings.SETTLE_SECONDS),
  nonce: Number(settings.NONCE_SECONDS),
  graceHours: Number(settings.GRACE_HOURS),
});
