/** First millisecond of Discord's calendar. Source: docs.discord.com/developers/reference (snowflakes) */
const epoch = 1_420_070_400_000n;

/** The lowest id that something made at an instant can have. */
export function snowflakeOf(instant: Temporal.Instant): string {
  const milliseconds = BigInt(instant.epochMilliseconds) - epoch;
  return String(milliseconds < 0n ? 0n : milliseconds << 22n);
}
