// Slack's Web API as others have understood it; on loopback only, and only as long as somebody listens.
// node main.js <bot token> <scopes, separated by commas>
import net from 'node:net';
import { createEmulator } from 'emulate';

const [token, scopes] = process.argv.slice(2);
const door = net.createServer();
await new Promise((done) => door.listen(0, '127.0.0.1', done));
const { port } = door.address();
const listen = net.Server.prototype.listen;
// It would listen on every address of the machine.
net.Server.prototype.listen = function () {
  return listen.call(this, door);
};

const seed = {
  team: { name: 'Cosmopilot' },
  users: [{ name: 'cosmopilot' }, { name: 'wei', real_name: 'Wei' }, { name: 'lin', real_name: 'Lin' }],
  channels: [{ name: 'support' }],
  tokens: [
    { token, type: 'bot', user: 'cosmopilot', scopes: scopes.split(',') },
    // Whoever looks may look at everything.
    { token: 'onlooker', type: 'bot', user: 'cosmopilot' },
  ],
  strict_scopes: true,
};
await createEmulator({ service: 'slack', port, baseUrl: `http://127.0.0.1:${port}`, seed: { slack: seed } });
console.log(`ready ${port}`);
process.stdin.on('end', () => process.exit()).resume();
