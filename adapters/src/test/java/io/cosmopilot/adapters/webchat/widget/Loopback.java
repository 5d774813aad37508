package io.cosmopilot.adapters.webchat.widget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import jakarta.websocket.server.ServerEndpointConfig.Configurator;

import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** A real HTTP and WebSocket server on the loopback address, for one scenario. */
final class Loopback implements AutoCloseable {

    private static final int LONGEST_FRAME = 64 * 1024;
    private static final Logger QUIET = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final FakeServer server;

    Loopback(HostPage host, FakeServer server) {
        QUIET.setLevel(Level.SEVERE);
        this.server = server;
        try {
            tomcat.setBaseDir(Files.createTempDirectory("widget").toString());
            tomcat.setPort(0);
            tomcat.getConnector().setProperty("address", "127.0.0.1");
            Context context = tomcat.addContext("", null);
            context.addServletContainerInitializer((none, application) -> deploy(application, host), null);
            tomcat.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/";
    }

    private void deploy(ServletContext context, HostPage host) throws ServletException {
        context.addServlet("host", host).addMapping("/");
        new WsSci().onStartup(Set.of(), context);
        var container = (ServerContainer) context.getAttribute(ServerContainer.class.getName());
        // The standard depends on who set Tomcat's buffers first in this JVM.
        container.setDefaultMaxTextMessageBufferSize(LONGEST_FRAME);
        try {
            container.addEndpoint(ServerEndpointConfig.Builder.create(Line.class, "/webchat/socket")
                    .configurator(new Lines())
                    .build());
        } catch (DeploymentException e) {
            throw new ServletException(e);
        }
    }

    /** Every connection is a line to the one server. */
    private final class Lines extends Configurator {
        @Override
        public <T> T getEndpointInstance(Class<T> endpoint) {
            return endpoint.cast(new Line(server));
        }
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }
}
