/** Why a slot of a removed schedule is not sent. */
export const removedReason = 'its digest was deleted';
