// Discord as others have understood it; on loopback only, and only as long as somebody listens.
// Each line of the input is something that somebody does, as JSON; a line of the output is what came of it.
import net from 'node:net';
import readline from 'node:readline';
import { DigitalDiscord } from 'discord-digital-twin';
import { WebSocket } from 'ws';

const listen = net.Server.prototype.listen;
// It would listen on every address of the machine.
net.Server.prototype.listen = function (port, done) {
  return listen.call(this, { port, host: '127.0.0.1' }, done);
};

// What Discord sends, and this one leaves out.
const amend = {
  READY: (data) => ({ ...data, private_channels: [] }),
  GUILD_CREATE: (data) => ({
    ...data,
    roles: data.roles.map((role) => ({
      ...role,
      colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    })),
  }),
  INTERACTION_CREATE: (data) => ({ ...data, guild: { id: data.guild_id, locale: 'en-US', features: [] } }),
};
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (text, ...more) {
  const frame = JSON.parse(text);
  const amended = amend[frame.t] ? JSON.stringify({ ...frame, d: amend[frame.t](frame.d) }) : text;
  return send.call(this, amended, ...more);
};

const [botToken] = process.argv.slice(2);
const [wei, lin, lobby, support] = ['200000000000000001', '200000000000000002', '300000000000000001', '300000000000000002'];
const discord = new DigitalDiscord({
  botToken,
  users: [
    { id: wei, username: 'wei' },
    { id: lin, username: 'lin' },
  ],
  channels: [
    { id: lobby, name: 'lobby', type: 0 },
    { id: support, name: 'support', type: 0 },
  ],
});
// A thread below a message has the message's id.
const renamed = new Map();
const now = (id) => renamed.get(id) ?? id;
discord.prisma = discord.prisma.$extends({
  query: {
    channel: {
      create({ args, query }) {
        if (args.data.starterMessageId) {
          renamed.set(args.data.id, args.data.starterMessageId);
        }
        return query({ ...args, data: { ...args.data, id: now(args.data.id) } });
      },
      findUniqueOrThrow: ({ args, query }) => query({ ...args, where: { ...args.where, id: now(args.where.id) } }),
    },
    threadMember: {
      create: ({ args, query }) => query({ ...args, data: { ...args.data, channelId: now(args.data.channelId) } }),
    },
  },
});
await discord.start();
console.log(`ready ${discord.port}`);

const deeds = {
  commands: () => discord.prisma.applicationCommand.findMany(),
  messages: ({ channel }) => discord.channel(channel).getMessages(),
  threads: ({ channel }) => discord.prisma.channel.findMany({ where: { parentId: channel } }),
  says: ({ user, channel, text }) => discord.simulateUserMessage({ channelId: channel, userId: user, content: text }),
  command: ({ user, channel, sub }) =>
    discord.simulateSlashCommand({ channelId: channel, userId: user, name: 'cosmo', options: [{ type: 1, name: sub, options: [] }] }),
  presses: ({ user, channel, message, button }) =>
    discord.simulateButtonClick({ channelId: channel, userId: user, messageId: message, customId: button }),
  answered: async ({ interaction }) => {
    const response = await discord.prisma.interactionResponse.findUnique({ where: { interactionId: interaction } });
    return { acknowledged: response.acknowledged };
  },
};
readline
  .createInterface({ input: process.stdin })
  .on('line', async (line) => {
    const deed = JSON.parse(line);
    const outcome = await deeds[deed.do](deed);
    console.log(JSON.stringify(outcome, (key, value) => (typeof value === 'bigint' ? `${value}` : value)));
  })
  .on('close', () => process.exit());
