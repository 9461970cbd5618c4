import { defineCommand } from '../src/command.ts';
import { statusCard } from '../src/lookup/status-card.ts';

/** Deliveries that are counted for each schedule. */
const mostDeliveries = 500;

export default defineCommand({
  name: 'status',
  about: 'State of the bot, its data, and the digests scheduled here',
  examples: ['status'],
  private: true,
  options: {},
  run: async (_, { now, origin, knowledge, schedules, deliveries, status }) => {
    const { platform, workspace } = origin;
    const [bot, counts, version, mine] = await Promise.all([
      status(),
      knowledge.counts(workspace),
      knowledge.version(workspace),
      schedules.list({ platform, workspace }),
    ]);
    const withDeliveries = mine.map(async (schedule) => ({
      schedule,
      deliveries: await deliveries.list({ schedule: schedule.id, limit: mostDeliveries }),
    }));
    return statusCard({
      now,
      status: bot,
      data: { version, ...counts },
      schedules: await Promise.all(withDeliveries),
    });
  },
});
