/**
 * How replies to commands are taken on a platform: `open`, seen by everyone in the channel, or `quiet`, seen by the asker, who may share
 * them.
 */
export type Manner = 'open' | 'quiet';
