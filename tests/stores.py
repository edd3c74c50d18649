"""An S3 server on this machine for tests; nothing leaves it."""

import os
from contextlib import contextmanager
from multiprocessing import forkserver


@contextmanager
def s3_server(bucket):
    """Run a server with one bucket; give its file system. Processes that start meanwhile find it too."""
    import fsspec
    import s3fs
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    settings = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "testing",
        "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "no_proxy": "127.0.0.1",
    }
    before = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    s3fs.S3FileSystem.clear_instance_cache()
    forkserver._forkserver._stop()  # its copies would have the settings of before
    try:
        files = fsspec.filesystem("s3")
        files.makedirs(bucket, exist_ok=True)  # what one test has put there outlives its server
        yield files
    finally:
        s3fs.S3FileSystem.clear_instance_cache()
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
        forkserver._forkserver._stop()
        server.stop()
