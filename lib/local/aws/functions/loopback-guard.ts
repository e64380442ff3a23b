/**
 * Program text that a function's process loads first, its worker threads too: sockets reach only the local cloud, and
 * HTTPS to a loopback address reaches it without TLS. The handlers of aws-cdk-lib 2.276.0 answer CloudFormation with
 * `https.request({ hostname, path })`, whatever scheme and port the response URL has.
 */
export const loopbackGuard = String.raw`
'use strict';
const [dgram, dns, http, https, net] = ['dgram', 'dns', 'http', 'https', 'net'].map((name) => require('node:' + name));
const endpoint = new URL(process.env.AWS_ENDPOINT_URL);
const local = (host) => /^(?:127(?:\.\d{1,3}){3}|localhost|::1|\[::1\])$/i.test(String(host));
const refusal = (target) => new Error('The local cloud lets a function reach only loopback: ' + target + ' is refused');

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [options] = net._normalizeArgs(Array.isArray(args[0]) ? args[0] : args);
  const target = options.path ?? options.host ?? 'localhost';
  if ((options.path ?? undefined) === undefined && local(target)) return connect.apply(this, args);
  process.nextTick(() => this.destroy(refusal(target)));
  return this;
};
for (const name of ['send', 'connect']) {
  dgram.Socket.prototype[name] = function () {
    throw refusal('a datagram');
  };
}
const refuseName = (original) =>
  function (name, ...rest) {
    if (local(name)) return original.call(this, name, ...rest);
    const callback = rest.at(-1);
    if (typeof callback !== 'function') return Promise.reject(refusal(name));
    process.nextTick(callback, refusal(name));
  };
for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of ['lookup', ...Object.getOwnPropertyNames(owner).filter((key) => key.startsWith('resolve'))]) {
    if (typeof owner[name] === 'function') owner[name] = refuseName(owner[name]);
  }
}

const request = https.request;
https.request = function (...args) {
  const target = typeof args[0] === 'string' || args[0] instanceof URL ? new URL(args.shift()) : undefined;
  const options = typeof args[0] === 'function' || args[0] === undefined ? {} : args.shift();
  const host = options.hostname ?? options.host ?? target?.hostname;
  if (!local(String(host).replace(/:\d+$/, ''))) return request.call(https, ...(target ? [target] : []), options, ...args);
  const { agent, port, protocol, host: ignored, hostname, ...rest } = options;
  const path = options.path ?? (target ? target.pathname + target.search : '/');
  return http.request({ ...rest, path, hostname: endpoint.hostname, port: endpoint.port }, ...args);
};
https.get = (...args) => {
  const sent = https.request(...args);
  sent.end();
  return sent;
};
`;
