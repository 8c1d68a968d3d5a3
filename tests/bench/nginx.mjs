// nginx serving one file, as a measure of what this machine can do today.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { freePort } from './service.mjs';

const program = existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : 'nginx';

// The same bytes and the same headers as `answer` of Client.get.
export async function serveWithNginx(folder, answer) {
  const port = await freePort();
  mkdirSync(join(folder, 'site'), { recursive: true });
  writeFileSync(join(folder, 'site', 'page'), answer.body);
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port, answer.headers));
  const master = spawn(program, ['-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  await answers(port);
  const workers = readFileSync(`/proc/${master.pid}/task/${master.pid}/children`, 'utf8').trim().split(' ').map(Number);
  return { process: master, port, pids: [master.pid, ...workers] };
}

function configuration(folder, port, headers) {
  const own = ['content-length', 'content-type', 'date', 'connection', 'server', 'etag', 'accept-ranges', 'keep-alive', 'last-modified'];
  const added = Object.entries(headers).filter(([name]) => !own.includes(name))
    .map(([name, value]) => `add_header ${name} "${String(value).replaceAll('"', '\\"').replaceAll('$', '')}";`);
  return `daemon off; worker_processes auto; pid "${folder}/pid"; ${process.getuid() === 0 ? 'user root;' : ''}
events { worker_connections 512; }
http {
  access_log off; sendfile on; tcp_nopush on; open_file_cache max=10; keepalive_requests 1000000000;
  client_body_temp_path "${folder}/1"; proxy_temp_path "${folder}/2"; fastcgi_temp_path "${folder}/3"; uwsgi_temp_path "${folder}/4"; scgi_temp_path "${folder}/5";
  server {
    listen 127.0.0.1:${port} reuseport; root "${folder}/site";
    location = / { try_files /page =404; default_type "text/html; charset=utf-8"; ${added.join(' ')} }
  }
}
`;
}

// Tries to connect until somebody listens.
async function answers(port) {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    try {
      await once(socket, 'connect');
      return;
    } catch {
      await new Promise((done) => setImmediate(done));
    } finally {
      socket.destroy();
    }
  }
}
