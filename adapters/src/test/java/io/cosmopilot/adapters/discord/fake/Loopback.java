package io.cosmopilot.adapters.discord.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import jakarta.websocket.server.ServerEndpointConfig.Configurator;

import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** The HTTP and WebSocket server behind it, on a free port of the loopback address. */
final class Loopback implements AutoCloseable {

    /** Held, so that its level stays. */
    private static final Logger QUIET = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final Gateway gateway;

    Loopback(Rest rest, Gateway gateway) {
        QUIET.setLevel(Level.SEVERE);
        this.gateway = gateway;
        try {
            String home = Files.createTempDirectory("discord").toString();
            tomcat.setBaseDir(home);
            tomcat.setPort(0);
            tomcat.getConnector().setProperty("address", "127.0.0.1");
            Context context = tomcat.addContext("", null);
            context.addServletContainerInitializer((none, application) -> deploy(application, rest, home), null);
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

    private void deploy(ServletContext context, Rest rest, String home) throws ServletException {
        ServletRegistration.Dynamic servlet = context.addServlet("rest", rest);
        servlet.setMultipartConfig(new MultipartConfigElement(home));
        servlet.addMapping("/");
        new WsSci().onStartup(Set.of(), context);
        var container = (ServerContainer) context.getAttribute(ServerContainer.class.getName());
        try {
            container.addEndpoint(ServerEndpointConfig.Builder.create(Line.class, "/gateway")
                    .configurator(new Lines())
                    .build());
        } catch (DeploymentException e) {
            throw new ServletException(e);
        }
    }

    /** Every connection is a line to the one gateway. */
    private final class Lines extends Configurator {
        @Override
        public <T> T getEndpointInstance(Class<T> endpoint) {
            return endpoint.cast(new Line(gateway));
        }
    }

    @Override
    public void close() {
        gateway.end();
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }
}
