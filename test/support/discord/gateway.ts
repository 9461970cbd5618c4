import type { DigitalDiscord } from 'discord-digital-twin';

/** The stand-in's gateway, as far as it is reached into: it has no seams of its own. */
interface Gateway {
  clients: GatewayClient[];
  handleMessage(client: GatewayClient, raw: string): Promise<void>;
  broadcast(event: string, data: unknown): void;
  send(client: GatewayClient, payload: unknown): void;
  sendDispatch(client: GatewayClient, event: string, data: unknown): void;
}

interface GatewayClient {
  readonly ws: { terminate(): void; close(code: number): void };
  sessionId: string;
  sequence: number;
  identified: boolean;
}

interface Session {
  sequence: number;
  readonly sent: { readonly s: number; readonly t: string; readonly d: unknown }[];
}

/** What the stand-in's gateway lacks: RESUME with replay, and faults. */
export interface GatewayControl {
  /** Ends every socket without a word, as a network fault does. */
  dropSockets(): void;
  /** Asks every client to reconnect (op 7). */
  askToReconnect(): void;
  /** Ends every session (op 9); one that is resumable may be taken up again. */
  invalidateSessions(resumable: boolean): void;
  /** Milliseconds between heartbeats that the next connections are told. */
  setHeartbeat(interval: number): void;
  /** Heartbeats are heard and not answered: a connection that is dead without having been closed. */
  muteHeartbeats(muted: boolean): void;
  /** Sends an event to every client. */
  dispatch(event: string, data: unknown): void;
  /** Closes the next IDENTIFY with a code. */
  refuseNextIdentify(code: number): void;
  readonly counts: { identifies: number; resumes: number; heartbeats: number };
}

export function controlGateway(twin: DigitalDiscord): GatewayControl {
  const gateway = (twin as unknown as { readonly server: { readonly gateway: Gateway } }).server.gateway;
  const sessions = new Map<string, Session>();
  const counts = { identifies: 0, resumes: 0, heartbeats: 0 };
  let refusal: number | undefined;
  let interval: number | undefined;
  let isMute = false;
  recordDispatches(gateway, sessions);

  const send = gateway.send.bind(gateway);
  gateway.send = (client, payload) => {
    const isHello = (payload as { readonly op?: number }).op === 10 && interval !== undefined;
    send(client, isHello ? { ...(payload as object), d: { heartbeat_interval: interval } } : payload);
  };

  const handleMessage = gateway.handleMessage.bind(gateway);
  gateway.handleMessage = async (client, raw) => {
    const { op, d } = JSON.parse(raw) as { op: number; d: { session_id: string; seq: number } };
    if (op === 2) {
      counts.identifies += 1;
      if (refusal !== undefined) {
        client.ws.close(refusal);
        refusal = undefined;
        return;
      }
    }
    if (op === 1) {
      counts.heartbeats += 1;
      if (isMute) return;
    }
    if (op !== 6) return handleMessage(client, raw);
    counts.resumes += 1;
    resume(gateway, sessions, client, d);
  };

  return {
    counts,
    dropSockets: () => {
      for (const client of [...gateway.clients]) client.ws.terminate();
    },
    askToReconnect: () => {
      for (const client of gateway.clients) gateway.send(client, { op: 7, d: null, s: null, t: null });
    },
    invalidateSessions: (resumable) => {
      if (!resumable) sessions.clear();
      for (const client of [...gateway.clients]) {
        gateway.send(client, { op: 9, d: resumable, s: null, t: null });
      }
    },
    setHeartbeat: (milliseconds) => {
      interval = milliseconds;
    },
    muteHeartbeats: (muted) => {
      isMute = muted;
    },
    dispatch: (event, data) => gateway.broadcast(event, data),
    refuseNextIdentify: (code) => {
      refusal = code;
    },
  };
}

/** Remembers what each session was sent, and what it misses while its socket is gone. */
function recordDispatches(gateway: Gateway, sessions: Map<string, Session>): void {
  const sendDispatch = gateway.sendDispatch.bind(gateway);
  gateway.sendDispatch = (client, t, d) => {
    sendDispatch(client, t, d);
    const session = sessions.get(client.sessionId) ?? { sequence: 0, sent: [] };
    session.sequence = client.sequence;
    session.sent.push({ s: client.sequence, t, d });
    sessions.set(client.sessionId, session);
  };
  const broadcast = gateway.broadcast.bind(gateway);
  gateway.broadcast = (t, d) => {
    broadcast(t, d);
    const live = new Set(gateway.clients.map((client) => client.sessionId));
    for (const [id, session] of sessions) {
      if (live.has(id)) continue;
      session.sequence += 1;
      session.sent.push({ s: session.sequence, t, d });
    }
  };
}

function resume(
  gateway: Gateway,
  sessions: Map<string, Session>,
  client: GatewayClient,
  asked: { session_id: string; seq: number },
): void {
  const session = sessions.get(asked.session_id);
  if (session === undefined) {
    gateway.send(client, { op: 9, d: false, s: null, t: null });
    return;
  }
  client.sessionId = asked.session_id;
  client.identified = true;
  client.sequence = session.sequence;
  for (const { s, t, d } of session.sent.filter((each) => each.s > asked.seq)) {
    gateway.send(client, { op: 0, t, s, d });
  }
  gateway.sendDispatch(client, 'RESUMED', {});
}
