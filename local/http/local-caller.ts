import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

const hostOf = (origin: string): string => origin.replace(/^https?:\/\//, '');

/**
 * Whether a request comes from this machine and was meant for it. Host and Origin are looked at too: a foreign web page
 * in a browser of this machine, or one whose name was pointed at 127.0.0.1 (DNS rebinding), also arrives from the
 * loopback address.
 */
export const isLocalCaller = ({ socket, headers }: IncomingMessage): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? '') &&
  LOCAL_HOST.test(headers.host ?? '') &&
  (headers.origin === undefined || LOCAL_HOST.test(hostOf(headers.origin)));
