import { Client, Events, GatewayIntentBits, MessageFlags } from 'discord.js';

/** The least that confirms a click on Discord: what a round's clicks are measured against. */
const { DISCORD_TOKEN, DISCORD_API_URL } = process.env;

const client = new Client({
  intents: [GatewayIntentBits.Guilds],
  rest: DISCORD_API_URL ? { api: DISCORD_API_URL } : {},
});
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isRepliable())
    await interaction.reply({ content: 'Recorded.', flags: MessageFlags.Ephemeral });
});

await client.login(DISCORD_TOKEN);
