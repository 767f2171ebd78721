/// How long anything may take, and how many do it.
struct Limits {
    /// How many connections, at most.
    var connections = 4

    /// How long a call may wait for a connection.
    var patience = Duration.seconds(3)

    /// How long a statement may wait for a lock that somebody else holds.
    var lock = Duration.seconds(3)

    /// How long the server may take for one journey. Then it hangs, and the connection is given up.
    var answer = Duration.seconds(15)

    /// How long connecting to one address may take.
    var connecting = Duration.seconds(5)
}
