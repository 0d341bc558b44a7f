import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;

/** A server for tests, in memory or on the file that is named. It says its port and ends with its standard input. */
class Launcher {
    /** The driver asks for a newer protocol than the server announces by itself. */
    static final MongoVersion VERSION = new MongoVersion() {
        public List<Integer> getVersionArray() { return List.of(5, 0, 0); }
        public int getWireVersion() { return 13; }
    };

    public static void main(String[] arguments) throws Exception {
        MongoBackend backend = arguments.length == 0 ? new MemoryBackend() : new H2Backend(arguments[0]);
        MongoServer server = new MongoServer(backend.version(VERSION));
        server.bind("127.0.0.1", 0);
        System.out.println("port " + server.getLocalAddress().getPort());
        while (System.in.read() >= 0) { }
        server.shutdown();
    }
}
