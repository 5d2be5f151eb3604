package dev.heddle.benchmarks.calibrate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An nginx on loopback that answers everything with two bytes, without a log, in a folder of its
 * own.
 *
 * @param child its master process
 * @param address its base address
 */
record Nginx(OutsideProgram child, URI address) implements AutoCloseable {

  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int LOOK_MILLIS = 20;
  private static final String CONFIGURATION =
      """
      worker_processes 1;
      daemon off;
      pid nginx.pid;
      error_log nginx.err warn;
      events {
        worker_connections 1024;
      }
      http {
        access_log off;
        server_tokens off;
        keepalive_requests 1000000000;
        keepalive_timeout 1h;
        client_body_temp_path body;
        proxy_temp_path proxy;
        fastcgi_temp_path fastcgi;
        uwsgi_temp_path uwsgi;
        scgi_temp_path scgi;
        server {
          listen 127.0.0.1:%d;
          location / {
            return 200 'ok';
          }
        }
      }
      """;

  /**
   * Starts it and waits until it listens.
   *
   * @param scratch a folder that exists; its files are left to the caller
   * @throws IOException if it does not listen within 10 s; the message holds what it printed
   */
  static Nginx start(Program program, Path scratch) throws IOException, InterruptedException {
    int port = freePort();
    Path configuration = scratch.resolve("nginx.conf");
    Files.writeString(configuration, CONFIGURATION.formatted(port));
    OutsideProgram child =
        OutsideProgram.start(
            List.of(
                program.file().toString(),
                "-p",
                scratch.toString(),
                "-e",
                "nginx.err",
                "-c",
                configuration.toString()),
            scratch.resolve("nginx.out"));
    try {
      awaitListening(child, port);
    } catch (IOException | InterruptedException e) {
      child.close();
      throw e;
    }
    return new Nginx(child, URI.create("http://127.0.0.1:" + port));
  }

  @Override
  public void close() {
    child.close();
  }

  private static void awaitListening(OutsideProgram child, int port)
      throws IOException, InterruptedException {
    long begin = System.nanoTime();
    while (!listens(port)) {
      boolean ended = child.process().waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (ended || System.nanoTime() - begin > START_NANOS) {
        throw new IOException("nginx did not start; it printed: " + child.text());
      }
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
